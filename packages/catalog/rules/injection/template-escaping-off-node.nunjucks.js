import Handlebars from 'handlebars';
import nunjucks from 'nunjucks';

export function pages(app) {
  // ruleid: template-escaping-off-node
  nunjucks.configure('pages', { autoescape: false, express: app });
}

export function mail(text) {
  // ruleid: template-escaping-off-node
  return Handlebars.compile(text, { noEscape: true });
}

export function safe(app, text) {
  // ok: template-escaping-off-node
  nunjucks.configure('pages', { autoescape: true, express: app });
  // ok: template-escaping-off-node
  nunjucks.configure('pages', { express: app });
  // ok: template-escaping-off-node
  return Handlebars.compile(text, { strict: true });
}
