import React, { type FC } from 'react';
export const View: FC<{ html: string }> = ({ html, children }) => {
  const [state, setState] = React.useState<string>('');
  return (
    <main id="a" data-x={state} {...rest}>
      <div dangerouslySetInnerHTML={{ __html: html }} />
      {items.map((it) => <Item<string> key={it.id} {...it}>{it.name ?? 'none'}</Item>)}
      {/* nothing */}
      <svg:rect xlink:href={`#${html}`} />
      &nbsp; text
    </main>
  );
};
