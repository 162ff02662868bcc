// Reads the forms of a page as the server sent it, so that a story can send any of them as anybody.

import { ask } from './crawl.mjs';
import { attributes, elements, textOf } from './html.mjs';

const typed = ({ type, value }) => value || (type === 'date' ? '2027-05-05' : type === 'email' ? 'x@x.example' : type === 'tel' ? '+358 40 1' : 'x');

/**
 * Where one form has several deeds, a person fills in what belongs to one of them: the address of a deed, and the fields
 * that are its own.
 */
const OWN = [
  [/\/reply$/, ['text']],
  [/\/resolve$/, ['outcome']],
  [/\/note$/, ['note']],
  [/\/edit\/internal$/, ['segment', 'about']],
];

/** What a form would send with every empty field filled that `fills` names: of choices what is chosen, else the first. */
function fieldsOf(form, fills, isDeeds) {
  const fields = new Map();
  const put = (name, said, empty) => fields.set(name, said || (fills(name) ? empty : ''));
  for (const element of elements(form).filter(({ tagName }) => ['input', 'textarea'].includes(tagName))) {
    const it = attributes(element);
    if (!it.name || it.type === 'file') continue;
    if (['radio', 'checkbox'].includes(it.type)) {
      if ('checked' in it || !fields.has(it.name)) fields.set(it.name, it.value || 'on');
    } else if (element.tagName === 'textarea') put(it.name, textOf(element), 'x');
    else put(it.name, it.value, typed(it));
  }
  for (const select of elements(form).filter(({ tagName }) => tagName === 'select')) {
    const options = elements(select).filter(({ tagName }) => tagName === 'option').map(attributes);
    const chosen = options.find((option) => 'selected' in option && option.value) ?? options.find((option) => option.value);
    fields.set(attributes(select).name, chosen?.value ?? '');
  }
  const button = buttonsOf(form).find((it) => it.name && isDeeds(it));
  if (button) fields.set(button.name, button.value ?? '');
  return fields;
}

const buttonsOf = (form) => elements(form).filter(({ tagName }) => tagName === 'button').map(attributes);

/** The deeds of a form: its own, and those of buttons that send it elsewhere. */
function deedsOf(action, form) {
  const elsewhere = new Set(buttonsOf(form).map(({ formaction }) => formaction).filter(Boolean));
  const deeds = [{ action, fields: fieldsOf(form, fillsFor(action, elsewhere.size > 0), (it) => !it.formaction) }];
  for (const there of elsewhere) deeds.push({ action: there, fields: fieldsOf(form, fillsFor(there, true), (it) => it.formaction === there) });
  return deeds;
}

function fillsFor(action, shared) {
  const own = OWN.find(([pattern]) => pattern.test(action))?.[1] ?? [];
  return (name) => !shared || own.includes(name);
}

/** Every deed of a page's forms that post: where it goes, and what it would send. */
export function formsOf(html, path) {
  const forms = elements(html).filter(({ tagName }) => tagName === 'form');
  return forms.flatMap((form) => {
    const it = attributes(form);
    return it.method === 'post' ? deedsOf(it.action ?? path, form) : [];
  });
}

/** Sends a form as whoever has these cookies. */
export function post(server, cookies, action, fields) {
  return ask(server, cookies, action, { method: 'POST', body: new URLSearchParams([...fields]) });
}

/** Opens a page, changes what its form to `action` would send (null leaves a field out), sends it, and gives where it leads. */
export async function fillIn(server, cookies, page, action, changes) {
  const html = await (await ask(server, cookies, page)).text();
  const form = formsOf(html, page).find((form) => action.test(form.action));
  if (!form) throw new Error(`${page} has no form to ${action}`);
  const unknown = Object.keys(changes).filter((name) => !form.fields.has(name));
  if (unknown.length > 0) throw new Error(`the form to ${form.action} has no ${unknown}`);
  const fields = [...new Map([...form.fields, ...Object.entries(changes)])].filter(([, value]) => value !== null);
  const answer = await post(server, cookies, form.action, fields);
  if (answer.status !== 303) throw new Error(`${form.action} answered ${answer.status} to ${JSON.stringify(fields)}`);
  return answer.headers.get('location');
}
