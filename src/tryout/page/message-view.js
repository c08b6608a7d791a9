// One message of the chat: who, what, its card, its sources, thumbs and what else can be done with it.
import { drawCard } from './card-view.js';
import { openFeedback } from './dialogs.js';
import { chosen, element, order, word } from './line.js';
import { markdownToHtml } from './markdown.js';

const isCitation = (entity) => entity.type === 'https://schema.org/Message';

export async function drawMessage(message, state, onReply) {
  const me = state.people.find(({ key }) => key === chosen.person);
  const isOwn = message.from === me?.id;
  const name = message.name ?? word('title');
  const initials = name
    .split(' ')
    .map((part) => part[0])
    .join('')
    .slice(0, 2);
  const time = new Date(Number(message.id)).toLocaleTimeString('da-DK', { hour: '2-digit', minute: '2-digit' });
  const classes = ['message', isOwn ? 'own' : '', message.threadId ? 'in-thread' : ''].filter(Boolean).join(' ');
  const by = element('p', { className: 'by' }, element('b', { textContent: name }), element('span', { textContent: time }));
  if (message.version > 1) by.append(element('span', { textContent: word('updated') }));
  const body = element('div');
  if (message.text) body.append(element('div', { className: 'bubble', innerHTML: markdownToHtml(message.text) }));
  if (message.card) body.append(await drawCard(message.card, chosen.theme, (action) => act(message, action)));
  for (const file of message.files ?? []) body.append(element('p', { textContent: file }));
  addSources(body, message);
  const item = element('li', { className: classes, dataset: { id: message.id } });
  item.append(element('span', { className: 'avatar', textContent: initials, attributes: { 'aria-hidden': 'true' } }), by, body);
  item.append(below(message, state, onReply));
  return item;
}

function act(message, action) {
  if (action.type === 'Action.OpenUrl') return void window.open(action.url, '_blank', 'noopener');
  const { type, title, verb, data } = action;
  return order('press', { messageId: message.id, action: { type, title, verb, data } });
}

function addSources(body, message) {
  const root = message.entities.find(isCitation);
  if (root?.additionalType?.includes('AIGeneratedContent'))
    body.append(element('span', { className: 'badge', textContent: word('generated') }));
  if (!root?.citation?.length) return;
  const list = element('ol', { className: 'citations', attributes: { 'aria-label': word('sources') } });
  for (const { position, appearance } of root.citation)
    list.append(element('li', { value: position, textContent: `${appearance.name}: ${appearance.abstract}` }));
  body.append(list);
}

function below(message, state, onReply) {
  const row = element('div', { className: 'below' });
  const wantsFeedback = message.channelData.feedbackLoop || message.channelData.feedbackLoopEnabled;
  if (message.from === 'bot' && wantsFeedback) row.append(thumb(message, 'like'), thumb(message, 'dislike'));
  const isChannel = state.places.find(({ id }) => id === chosen.place)?.kind === 'channel';
  if (isChannel) row.append(button(word('reply'), () => onReply(message)));
  for (const command of state.commands.filter(({ type }) => type === 'action'))
    row.append(button(command.title, () => order('message-action', { commandId: command.id, messageId: message.id })));
  return row;
}

const thumbUp =
  'M7 10v11H3.5A1.5 1.5 0 0 1 2 19.5v-8A1.5 1.5 0 0 1 3.500 10zm2 10.200V10l4-8a3 3 0 0 1 2.500 3.600L14.700 9H20a2 2 0 0 1 2 2.400l-1.600 8a2 2 0 0 1-2 1.600H11z';

function thumb(message, reaction) {
  const made = button('', () => openFeedback(message, reaction));
  made.setAttribute('aria-label', word(reaction));
  made.title = word(reaction);
  const turn = reaction === 'dislike' ? ' style="transform: rotate(180deg)"' : '';
  made.innerHTML = `<svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true"${turn}><path fill="none" stroke="currentColor" stroke-width="1.6" d="${thumbUp}"/></svg>`;
  return made;
}

function button(text, onclick) {
  return element('button', { type: 'button', className: 'quiet', textContent: text, onclick });
}
