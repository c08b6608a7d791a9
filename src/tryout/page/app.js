// The try-out's page: draws what the chosen person sees in the chosen place, and follows every change.
import { followDialog, openSearch } from './dialogs.js';
import { byId, choose, chosen, element, getState, order, show, speak, word } from './line.js';
import { drawMessage } from './message-view.js';

let state = { people: [], places: [], commands: [], messages: [], dialog: null, notice: null };
let replyTo = null;
let isDrawing = false;
let isStale = false;
const drawn = new Map();

async function draw() {
  if (isDrawing) {
    isStale = true;
    return;
  }
  isDrawing = true;
  do {
    isStale = false;
    await drawOnce();
  } while (isStale);
  isDrawing = false;
}

async function drawOnce() {
  state = await getState(chosen);
  const own = state.places.filter(({ members }) => members.includes(chosen.person));
  if (!own.some(({ id }) => id === chosen.place)) {
    choose({ place: own[0].id });
    state = await getState(chosen);
  }
  drawChoices(own);
  await drawMessages();
  await followDialog(state.dialog);
  if (state.notice) {
    show(state.notice);
    await order('close-dialog');
  }
  for (const { id, card } of state.messages) if (card?.refresh) order('refresh', { messageId: id });
}

function drawChoices(own) {
  const place = own.find(({ id }) => id === chosen.place);
  const people = state.people.map(
    ({ key, name, role }) => new Option(`${name} (${word(`role-${role}`)})`, key, false, key === chosen.person),
  );
  if (byId('person').options.length !== people.length || byId('person').dataset.language !== chosen.language)
    byId('person').replaceChildren(...people);
  byId('person').dataset.language = chosen.language;
  byId('person').value = chosen.person;
  byId('language').replaceChildren(
    ...['da', 'en'].map((key) => new Option(word(`language-${key}`), key, false, key === chosen.language)),
  );
  byId('today').value = state.today;
  byId('place-list').replaceChildren(...own.map(placeButton));
  byId('place-name').textContent = word(`place-${place.kind}`);
  byId('mention-label').hidden = place.kind === 'personal';
  for (const id of ['meeting-start', 'meeting-end']) byId(id).hidden = place.kind !== 'meeting';
  byId('search').hidden = !state.commands.some(({ type }) => type === 'query');
}

function placeButton({ id, kind }) {
  const onclick = () => {
    choose({ place: id });
    reply(null);
    redraw();
  };
  const current = { 'aria-current': String(id === chosen.place) };
  return element(
    'li',
    {},
    element('button', { type: 'button', textContent: word(`place-${kind}`), onclick, attributes: current }),
  );
}

/** Only what changed is drawn anew, so that half-typed fields of other cards stay. */
async function drawMessages() {
  const list = byId('messages');
  const items = [];
  for (const message of inThreads(state.messages)) {
    const key = JSON.stringify([message, chosen.person, chosen.theme, chosen.language]);
    const known = drawn.get(message.id);
    const item = known?.key === key ? known.item : await drawMessage(message, state, reply);
    drawn.set(message.id, { key, item });
    items.push(item);
  }
  if (items.length === 0) items.push(element('li', { textContent: word('empty') }));
  const isSame = items.length === list.children.length && items.every((item, index) => list.children[index] === item);
  if (isSame) return;
  const before = new Set(list.children);
  list.replaceChildren(...items);
  const changed = items.findLast((item) => !before.has(item));
  if (changed === undefined) return;
  // What is new or was answered is read from its top; only what fits at the end is shown at the end.
  const log = byId('log');
  if (changed === items.at(-1) && changed.offsetHeight <= log.clientHeight) log.scrollTop = log.scrollHeight;
  else changed.scrollIntoView({ block: 'start' });
}

function inThreads(messages) {
  const roots = messages.filter(({ threadId }) => threadId === null);
  return roots.flatMap((root) => [root, ...messages.filter(({ threadId }) => threadId === root.id)]);
}

function reply(message) {
  replyTo = message === null ? null : (message.threadId ?? message.id);
  byId('replying').hidden = replyTo === null;
  byId('replying-text').textContent = message === null ? '' : word('replying', { text: message.text.slice(0, 60) });
  if (message !== null) byId('text').focus();
}

function redraw() {
  drawn.clear();
  document.documentElement.dataset.theme = chosen.theme;
  document.body.classList.toggle('narrow', chosen.isNarrow);
  byId('dark').checked = chosen.theme === 'dark';
  byId('narrow').checked = chosen.isNarrow;
  return draw();
}

async function say() {
  const [text, file] = [byId('text').value.trim(), byId('file').files[0]];
  if (text === '' && file === undefined) return;
  const files = file === undefined ? [] : [{ name: file.name, base64: await base64Of(file) }];
  byId('text').value = '';
  byId('file').value = '';
  byId('file-name').textContent = '';
  byId('waiting').textContent = word('waiting');
  await order('say', { text, files, threadId: replyTo, isMentioned: byId('mention').checked });
  byId('waiting').textContent = '';
}

async function base64Of(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return btoa(text);
}

byId('composer').onsubmit = (event) => {
  event.preventDefault();
  say();
};
byId('text').onkeydown = (event) => {
  if (event.key !== 'Enter' || event.shiftKey) return;
  event.preventDefault();
  say();
};
byId('file').onchange = ({ target }) => {
  byId('file-name').textContent = target.files[0]?.name ?? '';
};
byId('person').onchange = ({ target }) => {
  choose({ person: target.value });
  redraw();
};
byId('language').onchange = async ({ target }) => {
  choose({ language: target.value });
  await speak(chosen.language);
  redraw();
};
byId('dark').onchange = ({ target }) => {
  choose({ theme: target.checked ? 'dark' : 'light' });
  redraw();
};
byId('narrow').onchange = ({ target }) => {
  choose({ isNarrow: target.checked });
  redraw();
};
byId('today').onchange = async ({ target }) => {
  if (target.value !== '') await order('today', { day: target.value });
  draw();
};
byId('today-reset').onclick = async () => {
  await order('today', { day: null });
  draw();
};
byId('replying-cancel').onclick = () => reply(null);
byId('install').onclick = () => order('install');
byId('meeting-start').onclick = () => order('start-meeting');
byId('meeting-end').onclick = () => order('end-meeting');
byId('search').onclick = () => openSearch(state.commands.filter(({ type }) => type === 'query'));

// A long chat is read with the keyboard too.
byId('log').tabIndex = 0;
await speak(chosen.language);
await redraw();
new EventSource('tryout/events').onmessage = () => draw();
document.body.dataset.ready = 'true';
