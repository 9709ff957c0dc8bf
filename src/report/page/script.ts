/**
 * What the page does where there are scripts: filters, sorting, and files of any size. It reads nothing but attributes and positions of what
 * is there, and makes no markup.
 */
export const script = `
'use strict';
(() => {
  const rows = [...document.querySelectorAll('#rows tr')];
  const body = document.getElementById('rows');
  const chart = document.getElementById('chart');
  const marks = new Map();
  for (const mark of document.querySelectorAll('#chart [data-issue]')) marks.set(mark.dataset.issue, mark);

  const form = document.getElementById('filters');
  const shown = document.getElementById('shown');
  const filter = () => {
    const chosen = [...form.querySelectorAll('select')].filter(({ value }) => value !== '');
    let count = 0;
    for (const row of rows) {
      const fits = chosen.every(({ name, value }) => row.dataset[name].split(' ').includes(value));
      if (fits) count += 1;
      row.hidden = !fits;
      marks.get(row.dataset.issue)?.toggleAttribute('hidden', !fits);
    }
    const all = rows.length + (rows.length === 1 ? ' incident' : ' incidents');
    shown.textContent = count === rows.length ? all : count + ' of ' + all;
    chart.classList.toggle('filtered', chosen.length > 0);
  };

  const sort = (head, column) => {
    const direction = head.getAttribute('aria-sort') === 'ascending' ? 'descending' : 'ascending';
    for (const other of head.parentElement.children) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', direction);
    const sign = direction === 'ascending' ? 1 : -1;
    const keyed = rows.map((row) => {
      const order = row.children[column].dataset.order;
      return { row, order: order === undefined ? null : Number(order) };
    });
    keyed.sort((a, b) => {
      if (a.order === null || b.order === null) return (a.order === null) - (b.order === null);
      return sign * (a.order - b.order);
    });
    body.append(...keyed.map(({ row }) => row));
  };

  if (form !== null) {
    form.hidden = false;
    form.addEventListener('change', filter);
    form.addEventListener('reset', () => setTimeout(filter));
    form.addEventListener('submit', (event) => event.preventDefault());
    // A browser may fill in what was chosen before it loaded the page again.
    filter();
    [...document.querySelectorAll('.incidents thead th')].forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => sort(head, column));
    });
  }

  for (const link of document.querySelectorAll('a[download]')) {
    link.addEventListener('click', () => {
      const [head, data] = link.getAttribute('href').split(';base64,');
      if (data === undefined) return;
      const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
      link.href = URL.createObjectURL(new Blob([bytes], { type: head.slice('data:'.length) }));
    });
  }

  addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
})();
`;
