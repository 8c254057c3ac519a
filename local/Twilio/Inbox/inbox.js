// Shows times as the reader's clock has them, and keeps the newest page up to date row by row, so that nothing
// flickers and a half-written answer stays.
const every = 2000;

const localTimes = (root) => {
  for (const time of root.querySelectorAll('time')) {
    const moment = new Date(time.dateTime);
    time.textContent = moment.toLocaleTimeString('nl-NL');
    time.title = moment.toLocaleString('nl-NL');
  }
};

const merge = (body, fresh) => {
  const wanted = new Set([...fresh.rows].map((row) => row.id));
  for (const row of [...body.rows]) if (!wanted.has(row.id) && !row.querySelector('details[open]')) row.remove();
  let place = body.firstElementChild;
  for (const row of [...fresh.rows]) {
    const known = document.getElementById(row.id);
    if (!known) body.insertBefore(row, place);
    else {
      place = known.nextElementSibling;
      const [old, now] = [known.querySelector('.status'), row.querySelector('.status')];
      if (known.dataset.state !== row.dataset.state) known.replaceWith(row);
      else if (old.textContent !== now.textContent) old.replaceWith(now);
    }
  }
};

const setText = (id, page) => {
  const [old, now] = [document.getElementById(id), page.getElementById(id)];
  if (old.innerHTML !== now.innerHTML) old.innerHTML = now.innerHTML;
};

const refresh = async () => {
  const answer = await fetch(location.href, { cache: 'no-store' });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const body of document.querySelectorAll('tbody')) {
    const fresh = page.getElementById(body.id);
    localTimes(fresh);
    merge(body, fresh);
  }
  setText('count', page);
  setText('empty', page);
};

localTimes(document);
if (document.querySelector('table[data-live]')) {
  const live = document.getElementById('live');
  live.hidden = false;
  const turn = async () => {
    if (live.control.checked && !document.hidden) await refresh().catch(() => { /* it is away; the next turn asks again */ });
    setTimeout(turn, every);
  };
  setTimeout(turn, every);
}
