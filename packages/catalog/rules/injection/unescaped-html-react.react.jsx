import DOMPurify from 'dompurify';

export function Note({ note }) {
  // ruleid: unescaped-html-react
  return <div className="note" dangerouslySetInnerHTML={{ __html: note.html }} />;
}

export function Title({ text }) {
  // ruleid: unescaped-html-react
  return <h1 dangerouslySetInnerHTML={{ __html: `<b>${text}</b>` }}></h1>;
}

export function Safe({ note }) {
  // ok: unescaped-html-react
  const line = <div dangerouslySetInnerHTML={{ __html: '<hr>' }} />;
  // ok: unescaped-html-react
  const text = <div title={note.html}>{note.html}</div>;
  // ok: unescaped-html-react
  return <div dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(note.html) }}>{[line, text]}</div>;
}
