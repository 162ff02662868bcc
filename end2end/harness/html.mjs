// Reads a page as the server sent it, as a browser without scripts does.

import { parse } from 'parse5';

/** Every element of a page, or below one of its elements, in their order. */
export function elements(root) {
  const here = typeof root === 'string' ? parse(root) : root;
  return (here.childNodes ?? []).flatMap((node) => (node.tagName ? [node, ...elements(node)] : []));
}

/** The attributes of an element; one without a value is an empty string. */
export const attributes = ({ attrs }) => Object.fromEntries(attrs.map(({ name, value }) => [name, value]));

/** The text of a node. */
export const textOf = (node) => node.value ?? (node.childNodes ?? []).map(textOf).join('');
