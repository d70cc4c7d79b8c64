import { Button, CopyButton } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './command.module.css';

/** A line for a shell, to be copied. */
export function CommandLine({ children }: { readonly children: string }): ReactNode {
  return (
    <div className={styles['line']}>
      <code>{children}</code>
      <CopyButton value={children}>
        {({ copied, copy }) => (
          <Button variant="subtle" color="gray" size="compact-xs" onClick={copy}>
            {copied ? 'Copied' : 'Copy'}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
