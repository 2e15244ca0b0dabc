/** What a page does: sorts and filters its tables, switches between day and night, opens all for paper. Asks nobody. */

/** `equip(part)` for what is on the page, or is put there. */
export const equipScript = `
'use strict';
const equip = (part) => {
  const units = { B: 1, KiB: 1024, MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40 };
  const times = { ns: 1e-9, '\\u00b5s': 1e-6, ms: 1e-3, s: 1, min: 60, h: 3600, d: 86400 };
  const valueOf = (text) => {
    if (/^0x[0-9a-f]+$/i.test(text)) return Number(text);
    const match = /^(-?\\d+(?:\\.\\d+)?)(?: ([A-Za-z\\u00b5]+))?/.exec(text);
    if (!match) return NaN;
    return Number(match[1]) * (units[match[2]] || times[match[2]] || 1);
  };
  for (const table of part.querySelectorAll('table.sorts')) {
    const body = table.tBodies[0];
    const heads = [...table.tHead.rows[0].cells];
    const first = [...body.rows];
    heads.forEach((head, column) => {
      head.tabIndex = 0;
      const sort = () => {
        const before = head.getAttribute('aria-sort');
        for (const other of heads) other.removeAttribute('aria-sort');
        let rows = first;
        if (before !== 'descending') {
          const sign = before === 'ascending' ? -1 : 1;
          head.setAttribute('aria-sort', before === 'ascending' ? 'descending' : 'ascending');
          const keyed = first.map((row) => {
            const text = row.cells[column].textContent.trim();
            return { row, text, value: valueOf(text) };
          });
          const isNumber = keyed.every(({ text, value }) => text === '' || text === '\\u2014' || !Number.isNaN(value));
          keyed.sort((a, b) => {
            if (!isNumber) return sign * a.text.localeCompare(b.text);
            const [x, y] = [Number.isNaN(a.value), Number.isNaN(b.value)];
            return x || y ? x - y : sign * (a.value - b.value);
          });
          rows = keyed.map(({ row }) => row);
        }
        body.append(...rows);
      };
      head.addEventListener('click', sort);
      head.addEventListener('keydown', (event) => { if (event.key === 'Enter') sort(); });
    });
  }
  for (const input of part.querySelectorAll('input.filter')) {
    const body = input.nextElementSibling.querySelector('tbody');
    input.addEventListener('input', () => {
      const wanted = input.value.toLowerCase();
      for (const row of body.rows) row.hidden = !row.textContent.toLowerCase().includes(wanted);
    });
  }
};
(() => {
  const root = document.documentElement;
  document.getElementById('theme').addEventListener('click', () => {
    const isDark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = isDark ? 'light' : 'dark';
  });
  addEventListener('beforeprint', () => { for (const one of document.querySelectorAll('details')) one.open = true; });
})();
`;

export const script = `${equipScript}equip(document);
`;
