import { expect, it } from 'vitest';
import { html, scriptJson } from './html.ts';

it('escapes whatever is put into markup', () => {
  expect(html`<p title="${'"><script>'}">${"<b>&'"}</p>`.html).toBe(
    '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;&#39;</p>',
  );
});

it('puts markup into markup, and leaves nothing for what is not there', () => {
  expect(
    html`<ul>${[1, 2].map((n) => html`<li>${n}</li>`)}</ul>${false}${null}${undefined}`.html,
  ).toBe('<ul><li>1</li><li>2</li></ul>');
});

it('lets no text in JSON end its element', () => {
  const { html: json } = scriptJson({ wish: '</script><!--\u2028' });
  expect(json).not.toMatch(/<|\u2028/);
  expect(JSON.parse(json)).toEqual({ wish: '</script><!--\u2028' });
});
