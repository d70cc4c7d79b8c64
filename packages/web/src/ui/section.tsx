import type { ReactNode } from 'react';
import styles from './section.module.css';

/** A part of a page, under a heading of its own. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section className={styles['section']}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
