import { ActionIcon, CopyButton } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './command.module.css';

/** A line for a shell, to be copied. */
export function CommandLine({ children }: { readonly children: string }): ReactNode {
  return (
    <div className={styles['line']}>
      <code>{children}</code>
      <CopyButton value={children}>
        {({ copied, copy }) => (
          <ActionIcon variant="subtle" color="gray" size="sm" w="auto" px={6} onClick={copy} aria-label="Copy">
            {copied ? 'Copied' : 'Copy'}
          </ActionIcon>
        )}
      </CopyButton>
    </div>
  );
}
