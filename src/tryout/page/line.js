// What the page says to the try-out's server, and the words it shows.
export const byId = (id) => document.getElementById(id);
let words = {};

/** A word of the page in the chosen language, with `{value}` places filled. */
export function word(name, values = {}) {
  return (words[name] ?? name).replace(/\{(\w+)\}/g, (_whole, key) => values[key] ?? '');
}

/** Loads the words of a language and puts them where the page wants them. */
export async function speak(language) {
  words = await (await fetch(`words-${language}.json`)).json();
  document.documentElement.lang = language;
  for (const part of document.querySelectorAll('[data-word]')) part.textContent = word(part.dataset.word);
  for (const part of document.querySelectorAll('[data-word-label]'))
    part.setAttribute('aria-label', word(part.dataset.wordLabel));
  for (const part of document.querySelectorAll('[data-word-placeholder]')) part.placeholder = word(part.dataset.wordPlaceholder);
}

export async function getState({ person, place }) {
  return (await fetch(`tryout/state?${new URLSearchParams({ person, place })}`)).json();
}

/** Sends an order of the person; the answer is what the bot said to it. */
export async function order(name, details = {}) {
  const { person, place, language } = chosen;
  const response = await fetch('tryout/do', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ order: name, person, place, language, ...details }),
  });
  const answer = await response.json();
  if (!response.ok || answer.status >= 400) show(word('failed', { status: answer.status ?? response.status }));
  return answer;
}

/** Who one is, where, and how the page looks; kept for the next visit. */
export const chosen = {
  person: 'caseworker-1',
  place: '',
  language: 'da',
  theme: 'light',
  isNarrow: false,
  ...JSON.parse(localStorage.getItem('rettesnor-tryout') ?? '{}'),
};

export function choose(change) {
  Object.assign(chosen, change);
  localStorage.setItem('rettesnor-tryout', JSON.stringify(chosen));
}

let hiding = 0;

/** Shows a short notice, as Teams does beside a card. */
export function show(text) {
  const notice = byId('notice');
  notice.textContent = text;
  notice.hidden = text === '';
  clearTimeout(hiding);
  hiding = setTimeout(() => {
    notice.hidden = true;
  }, 8000);
}

export function element(tag, properties = {}, ...children) {
  const { dataset, attributes = {}, ...own } = properties;
  const made = Object.assign(document.createElement(tag), own);
  Object.assign(made.dataset, dataset);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
