import { createRootRoute, createRoute, createRouter, Outlet, redirect } from '@tanstack/react-router';
import { readFilters } from './filters.ts';
import { FindingPage } from './pages/finding.tsx';
import { FindingsPage } from './pages/findings.tsx';
import { SignInPage } from './pages/sign-in.tsx';
import { TokensPage } from './pages/tokens.tsx';
import { Failed, NotFound } from './ui/states.tsx';
import { Shell } from './ui/shell.tsx';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', component: SignInPage });

/** All pages but the one to sign in on. */
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell });

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/findings', replace: true });
  },
});

const findings = createRoute({
  getParentRoute: () => shell,
  path: '/findings',
  validateSearch: readFilters,
  component: FindingsPage,
});

const finding = createRoute({ getParentRoute: () => shell, path: '/findings/$id', component: FindingPage });

const tokens = createRoute({ getParentRoute: () => shell, path: '/tokens', component: TokensPage });

export const router = createRouter({
  routeTree: root.addChildren([signIn, shell.addChildren([home, findings, finding, tokens])]),
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: ({ error }) => <Failed error={error instanceof Error ? error : new Error(String(error))} />,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
