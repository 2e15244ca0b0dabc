/** What the page does with what is dropped on it: gives it to the thread, and shows what comes back. Asks nobody. */
export const pageScript = `
'use strict';
(() => {
  const at = (id) => document.getElementById(id);
  const engine = at('engine').textContent;
  const shown = at('shown'), list = at('list'), doing = at('doing');
  let thread;
  const start = (files) => {
    if (files.length === 0) return;
    // What was dropped before is not waited for.
    if (thread) thread.terminate();
    shown.replaceChildren();
    list.replaceChildren();
    doing.textContent = 'reading';
    const address = URL.createObjectURL(new Blob([engine], { type: 'text/javascript' }));
    thread = new Worker(address);
    thread.onmessage = ({ data }) => {
      if (data.say === 'doing') doing.textContent = 'reading ' + data.text;
      else if (data.say === 'done') { doing.textContent = ''; document.body.dataset.done = String(shown.children.length); }
      else show(data);
    };
    thread.onerror = (event) => { doing.textContent = 'this is a bug, please report it: ' + event.message; document.body.dataset.done = 'bug'; };
    delete document.body.dataset.done;
    thread.postMessage(files);
    URL.revokeObjectURL(address);
  };
  const show = ({ name, verdict, html }) => {
    const part = document.createElement('article');
    part.id = 'input-' + shown.children.length;
    // Made by the templates of the report, which escape all that comes from an image; scripts in it would not run.
    part.innerHTML = html;
    shown.append(part);
    equip(part);
    const link = document.createElement('a');
    link.href = '#' + part.id;
    link.textContent = name + ': ' + verdict;
    list.append(link);
  };
  const filesIn = async (entry) => {
    if (entry.isFile) {
      const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
      return [{ path: entry.fullPath.slice(1), file }];
    }
    const reader = entry.createReader();
    const found = [];
    // A directory is given in parts, the last of which is empty.
    for (;;) {
      const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
      if (some.length === 0) return found;
      for (const one of some) found.push(...await filesIn(one));
    }
  };
  // Names of a large directory take their time: what was dropped or chosen last is what is shown.
  let last = 0;
  const dropped = async (items) => {
    const own = ++last;
    const entries = [...items].flatMap((item) => item.webkitGetAsEntry() || []);
    const found = [];
    try {
      for (const entry of entries) found.push(...await filesIn(entry));
      if (own === last) start(found);
    } catch (error) {
      if (own === last) doing.textContent = 'not read: ' + error.message;
    }
  };
  for (const id of ['file', 'folder'])
    at(id).addEventListener('change', ({ target }) => {
      const files = [...target.files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
      last += 1;
      // The same file may be chosen again, when it was changed.
      target.value = '';
      start(files);
    });
  addEventListener('dragover', (event) => { event.preventDefault(); document.body.classList.add('over'); });
  addEventListener('dragleave', () => document.body.classList.remove('over'));
  addEventListener('drop', (event) => {
    event.preventDefault();
    document.body.classList.remove('over');
    dropped(event.dataTransfer.items);
  });
})();
`;
