// Filter, folding, keys and copying. Everything that this script touches is there and readable without it.

{
  const $ = (id) => document.getElementById(id);
  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
  const lower = (node) => node.textContent.toLowerCase();
  const say = (text) => {
    $('said').textContent = text;
  };

  const findings = all('details.f').map((node) => ({ node, text: undefined, severity: node.classList[1] }));
  const groups = all('.group');
  const files = all('details.file').map((node) => ({ node, text: undefined, rows: undefined }));
  const rest = all('.item').map((node) => ({ node, text: undefined }));
  const chunks = all('.chunk');
  const off = new Set();

  const show = (node, visible) => {
    if (node.hidden === visible) node.hidden = !visible;
    return visible;
  };
  const textOf = (item) => {
    item.text ??= lower(item.node);
    return item.text;
  };
  /** A file is shown with all its rows when its own line fits, else with the rows that do. */
  const showFile = (item, fits) => {
    item.rows ??= all('tbody tr', item.node).map((node) => ({ node, text: lower(node) }));
    item.text ??= lower(item.node.firstElementChild);
    const whole = fits(item.text);
    let some = whole;
    for (const { node, text } of item.rows) some = show(node, whole || fits(text)) || some;
    return show(item.node, some);
  };

  const filter = () => {
    const words = $('filter').value.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = (text) => words.every((word) => text.includes(word));
    const plain = words.length === 0;
    let found = 0;
    for (const item of findings) {
      const wanted = !off.has(item.severity) && (plain || fits(textOf(item)));
      if (show(item.node, wanted)) found += 1;
    }
    for (const group of groups) {
      const number = all('details.f:not([hidden])', group).length;
      show(group, number > 0);
      group.querySelector('h3 .n').textContent = number.toLocaleString('en-US');
    }
    let shown = 0;
    for (const item of files) if (showFile(item, plain ? () => true : fits)) shown += 1;
    for (const node of chunks) show(node, node.querySelector(':scope > :not([hidden])') !== null);
    for (const item of rest) show(item.node, plain || fits(textOf(item)));
    const parts = [];
    const part = (number, list, noun) => {
      if (list.length > 0)
        parts.push(`${number.toLocaleString('en-US')} of ${list.length.toLocaleString('en-US')} ${noun}`);
    };
    part(found, findings, $('tools').dataset.noun);
    part(shown, files, 'files');
    $('tally').textContent = plain && off.size === 0 ? '' : parts.join(', ');
    say($('tally').textContent);
  };

  let waiting;
  const filterSoon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 80);
  };

  const foldAll = (open) => {
    for (const { node } of [...findings, ...files]) if (!node.hidden) node.open = open;
    say(open ? 'All unfolded' : 'All folded');
  };

  const go = (node) => {
    node.firstElementChild.focus({ preventScroll: true });
    node.scrollIntoView({ block: 'start' });
  };
  /** The next of a list after where the focus is, or after what the top of the window shows. */
  const move = (list, step) => {
    const visible = list.map(({ node }) => node).filter((node) => !node.hidden);
    if (visible.length === 0) return;
    const here = document.activeElement?.closest('details.f, details.file');
    let index = visible.indexOf(here);
    if (index !== -1) index += step;
    else {
      const top = $('tools').getBoundingClientRect().bottom;
      const below = visible.findIndex((node) => node.getBoundingClientRect().top >= top - 1);
      index =
        step > 0 ? (below === -1 ? visible.length - 1 : below) : (below === -1 ? visible.length : below) - 1;
    }
    const node = visible[Math.max(0, Math.min(visible.length - 1, index))];
    go(node);
  };

  const unfoldTarget = () => {
    const target = location.hash.length > 1 ? $(decodeURIComponent(location.hash.slice(1))) : null;
    if (!target?.matches('details')) return;
    show(target, true);
    for (const around of [target.closest('.group'), target.closest('.chunk')]) {
      if (around !== null) show(around, true);
    }
    target.open = true;
    go(target);
  };

  const copy = async (button, pre) => {
    const text = pre.textContent;
    let done = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const range = document.createRange();
      range.selectNodeContents(pre);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      done = false;
    }
    button.textContent = done ? 'Copied' : 'Selected';
    say(done ? 'Copied' : 'Selected: copy it with the keys of your system');
    setTimeout(() => {
      button.textContent = 'Copy';
    }, 1500);
  };
  /** Only for what is unfolded: five thousand findings would need as many buttons. */
  const addButtons = (inside) => {
    for (const pre of all('pre.copy', inside)) {
      if (pre.parentElement.matches('.command') || pre.closest('details:not([open])') !== null) continue;
      const box = document.createElement('div');
      box.className = 'command';
      pre.replaceWith(box);
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = 'Copy';
      button.addEventListener('click', () => copy(button, pre));
      box.append(pre, button);
    }
  };

  const addKinds = () => {
    for (const severity of ['error', 'warning', 'notice']) {
      const number = findings.filter((item) => item.severity === severity).length;
      if (number === 0) continue;
      const button = document.createElement('button');
      button.type = 'button';
      button.className = `kind ${severity}`;
      button.setAttribute('aria-pressed', 'true');
      button.textContent = `${number.toLocaleString('en-US')} ${severity}${number === 1 ? '' : 's'}`;
      button.addEventListener('click', () => {
        const wanted = off.delete(severity);
        if (!wanted) off.add(severity);
        button.setAttribute('aria-pressed', String(wanted));
        filter();
      });
      $('kinds').append(button);
    }
  };

  const KEYS = {
    '/': () => $('filter').focus(),
    j: () => move(findings, 1),
    k: () => move(findings, -1),
    n: () => move(files, 1),
    p: () => move(files, -1),
    e: () => foldAll(true),
    c: () => foldAll(false),
    '?': () => {
      $('keys').open = !$('keys').open;
      $('keys').firstElementChild.focus();
    },
  };
  const onKey = (event) => {
    if (event.key === 'Escape') {
      if ($('keys').open) $('keys').open = false;
      else if ($('filter').value !== '') {
        $('filter').value = '';
        filter();
      }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || !$('single').checked) return;
    if (event.target.matches('input:not([type=checkbox]), textarea, select')) return;
    if (!Object.hasOwn(KEYS, event.key)) return;
    event.preventDefault();
    KEYS[event.key]();
  };

  if (findings.length + files.length + rest.length > 0) {
    $('tools').hidden = false;
    addKinds();
    $('tools').addEventListener('submit', (event) => event.preventDefault());
    $('filter').addEventListener('input', filterSoon);
    $('unfold').addEventListener('click', () => foldAll(true));
    $('fold').addEventListener('click', () => foldAll(false));
    document.addEventListener('keydown', onKey);
  }
  addButtons(document);
  document.addEventListener('toggle', (event) => addButtons(event.target), true);
  addEventListener('hashchange', unfoldTarget);
  unfoldTarget();

  if (!CSS.supports('selector(::details-content)')) {
    let opened = [];
    addEventListener('beforeprint', () => {
      opened = all('details:not([open])');
      for (const node of opened) node.open = true;
    });
    addEventListener('afterprint', () => {
      for (const node of opened) node.open = false;
    });
  }
}
