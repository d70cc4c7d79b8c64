import { ActionIcon, Button, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { call } from '../api.ts';
import { Moon, Sun } from './icons.tsx';
import styles from './shell.module.css';

/** What surrounds every page. */
export function Shell(): ReactNode {
  return (
    <>
      <header className={styles.bar}>
        <Link to="/findings" className={styles.brand}>
          <img src="/assets/plumbline.svg" alt="" />
          Plumbline
        </Link>
        <nav className={styles.links} aria-label="Pages">
          <Link to="/findings" className={styles.link} activeOptions={{ includeSearch: false }}>
            Findings
          </Link>
          <Link to="/tokens" className={styles.link}>
            Tokens
          </Link>
        </nav>
        <div className={styles.right}>
          <ColorScheme />
          <SignOut />
        </div>
      </header>
      <main className={styles.main}>
        <Outlet />
      </main>
    </>
  );
}

function ColorScheme(): ReactNode {
  const { setColorScheme } = useMantineColorScheme();
  const other = useComputedColorScheme('light') === 'dark' ? 'light' : 'dark';
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={`Use ${other} colours`} onClick={() => setColorScheme(other)}>
      {other === 'dark' ? <Moon /> : <Sun />}
    </ActionIcon>
  );
}

function SignOut(): ReactNode {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const leave = useMutation({
    mutationFn: async () => await call('DELETE /api/v1/session', {}),
    onSuccess: async () => {
      queries.clear();
      await navigate({ to: '/sign-in' });
    },
  });
  return (
    <Button variant="subtle" color="gray" size="compact-sm" onClick={() => leave.mutate()}>
      Sign out
    </Button>
  );
}
