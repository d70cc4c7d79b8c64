import DOMPurify from 'dompurify';

export function title(heading) {
  // ruleid: dom-html
  heading.innerHTML = decodeURIComponent(location.hash.slice(1));
}

export function back() {
  // ruleid: dom-html
  document.write('<a href="' + document.referrer + '">back</a>');
}

export function safe(heading, list) {
  // ok: dom-html
  heading.textContent = location.hash;
  // ok: dom-html
  heading.innerHTML = DOMPurify.sanitize(location.hash);
  // ok: dom-html
  heading.innerHTML = '<hr>';
  // ok: dom-html
  list.href = location.href;
}
