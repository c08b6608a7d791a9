// What opens over the chat: the bot's dialogs, search with insert, and the opinion of an answer.
import { drawCard } from './card-view.js';
import { byId, chosen, element, order, show, word } from './line.js';

const box = byId('dialog');
let shown = '';

byId('dialog-close').onclick = () => close();
box.addEventListener('cancel', () => order('close-dialog'));

function open(title, body, size = 'medium') {
  byId('dialog-title').textContent = title;
  byId('dialog-body').replaceChildren(body);
  box.className = size;
  if (!box.open) box.showModal();
}

function close() {
  const wasBots = shown !== '';
  shown = '';
  box.close();
  if (wasBots) order('close-dialog');
}

/** Follows what the bot wants open: its dialog appears, changes and goes with the state. */
export async function followDialog(dialog) {
  const key = dialog === null ? '' : JSON.stringify(dialog);
  if (key === shown) return;
  if (dialog === null) {
    shown = '';
    box.close();
    return;
  }
  shown = key;
  const send = (action) =>
    action.type === 'Action.OpenUrl'
      ? window.open(action.url, '_blank', 'noopener')
      : order('send-dialog', { data: action.data });
  open(dialog.title, await drawCard(dialog.card, chosen.theme, send), dialog.size);
}

/** Asks for words with a thumb, as Teams does, and sends both. */
export function openFeedback(message, reaction) {
  const text = element('textarea', { rows: 3, id: 'feedback-text' });
  const form = element('form', { className: 'stack' });
  form.append(element('label', { htmlFor: 'feedback-text', textContent: word('feedback') }), text);
  form.append(element('button', { type: 'submit', className: 'primary', textContent: word('send') }));
  form.onsubmit = async (event) => {
    event.preventDefault();
    box.close();
    const { status } = await order('feedback', { messageId: message.id, reaction, text: text.value });
    if (status < 400) show(word('feedback-sent'));
  };
  open(word('feedback-title'), form, 'small');
}

/** The message extension's search; a find is inserted into the conversation. */
export function openSearch(commands) {
  const select = element('select', { id: 'search-command' });
  for (const { id, title } of commands) select.append(element('option', { value: id, textContent: title }));
  const query = element('input', { type: 'search', id: 'search-query' });
  const finds = element('ul', { className: 'finds', attributes: { 'aria-live': 'polite' } });
  const form = element('form', { className: 'stack' });
  form.append(element('label', { htmlFor: 'search-command', textContent: word('search') }), select);
  form.append(element('label', { htmlFor: 'search-query', textContent: word('search-for') }), query);
  form.append(element('button', { type: 'submit', className: 'primary', textContent: word('search-for') }), finds);
  form.onsubmit = async (event) => {
    event.preventDefault();
    const answer = await order('search', { commandId: select.value, query: query.value });
    finds.replaceChildren(...(answer.finds ?? []).map(findView));
    if (!answer.finds?.length) finds.append(element('li', { textContent: word('search-none') }));
  };
  open(word('search'), form);
}

function findView(find) {
  const preview = find.preview?.content ?? {};
  const insert = async () => {
    box.close();
    await order('insert', { card: find.content });
  };
  const label = element('b', { textContent: textOfHtml(preview.title ?? '') || word('insert') });
  const detail = element('span', { textContent: ` ${textOfHtml(preview.text ?? preview.subtitle ?? '')}` });
  return element('li', {}, element('button', { type: 'button', onclick: insert }, label, detail));
}

/** Teams reads previews as HTML; the page shows their text. */
function textOfHtml(html) {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent;
}
