/** Text from outside, made safe to show. */

/**
 * Text from outside, safe to show: what a terminal or a reader would obey instead of showing stands as an escape.
 * Control characters (C0, C1), marks that turn the direction of text, and characters that cannot be seen.
 */
export const visible = (text: string): string => text.replace(unsafe, escaped);

const unsafe =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\udb40[\udc00-\udfff]/g;

function escaped(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  return [...character].map((one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`).join('');
}

/** The same but for line ends, tabs and our colours: a document is nothing but lines, and looked at in one go. */
const foreign =
  /[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\u001b(?!\[[0-9;]*m)|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\udb40[\udc00-\udfff]/;

/** Colours that our own text has, line ends and tabs; everything else that `visible` escapes. */
const ours = /\u001b\[[0-9;]*m|[\n\t]/y;

/**
 * The last word on what goes to a stream: whatever a caller forgot to make visible is escaped here, in a form that
 * JSON has, too.
 */
export function safeText(text: string): string {
  if (text.search(foreign) === -1) return text;
  return text.replace(unsafe, (character, at: number) => {
    ours.lastIndex = at;
    if (ours.test(text)) return character;
    return [...Array(character.length).keys()]
      .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join('');
  });
}
