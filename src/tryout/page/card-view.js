// Draws an Adaptive Card as Teams does: Microsoft's renderer with Microsoft's styles for Teams, light or dark.
import { markdownToHtml } from './markdown.js';

/* global AdaptiveCards */
const styles = new Map();
const colours = { light: { highlight: '#fff1a8', accent: '#464775' }, dark: { highlight: '#5c4a00', accent: '#a6a7dc' } };

AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownToHtml(text);
  result.didProcess = true;
};

/** Loads the style of a theme, once. The renderer's own default highlight hides the text in dark. */
export async function loadStyle(theme) {
  if (!styles.has(theme)) {
    const style = await (await fetch(`host-config-${theme}.json`)).json();
    for (const container of Object.values(style.containerStyles))
      for (const colour of Object.values(container.foregroundColors))
        colour.highlightColors = { default: colours[theme].highlight, subtle: colours[theme].highlight };
    styles.set(theme, style);
  }
  return styles.get(theme);
}

/** The card as an element; `act` is told of a pressed action with the inputs that belong to it. */
export async function drawCard(card, theme, act) {
  const view = new AdaptiveCards.AdaptiveCard();
  view.hostConfig = new AdaptiveCards.HostConfig(await loadStyle(theme));
  view.onExecuteAction = (action) => act(actionOf(action));
  view.parse(card);
  const element = view.render() ?? document.createElement('div');
  element.lang = card.lang ?? '';
  return element;
}

function actionOf(action) {
  const base = { type: action.getJsonTypeName(), title: action.title ?? '', url: action.url ?? null };
  return { ...base, verb: action.verb ?? null, data: { ...(action.data ?? {}) } };
}
