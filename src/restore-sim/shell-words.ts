/** Text of a command line, taken apart. */

/** The words of a shell: quotes, and backslashes outside of single ones. Nothing is expanded. */
export function shellWords(text: string): readonly string[] | { readonly problem: string } {
  const words: string[] = [];
  let word: string | undefined;
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (quote !== '') {
      if (char === quote) quote = '';
      else if (char === '\\' && quote === '"' && /["\\$`]/.test(text[at + 1] ?? '')) word += text[++at]!;
      else word += char;
    } else if (char === "'" || char === '"') {
      quote = char;
      word ??= '';
    } else if (/\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else {
      word = (word ?? '') + (char === '\\' ? (text[++at] ?? '') : char);
    }
  }
  if (quote !== '') return { problem: `the quotation mark ${quote} is not closed` };
  if (word !== undefined) words.push(word);
  return words;
}
