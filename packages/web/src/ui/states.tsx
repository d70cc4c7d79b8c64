import { Alert, Button, Center, Loader, Stack, Text, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Plumb } from './icons.tsx';

/** Shows what a page shows while it has no data yet, so that no page repeats it. */
export function Loaded<T>({
  of,
  children,
}: {
  readonly of: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
}): ReactNode {
  if (of.data !== undefined) return children(of.data);
  if (of.error) return <Failed error={of.error} retry={() => void of.refetch()} />;
  return (
    <Center mih={240} role="status" aria-label="Loading">
      <Loader size="sm" type="dots" />
    </Center>
  );
}

export function Failed({ error, retry }: { readonly error: Error; readonly retry?: () => void }): ReactNode {
  return (
    <Alert color="red" variant="light" title="That did not work" my="lg" role="alert">
      <Stack align="flex-start" gap="sm">
        {error.message}
        {retry ? (
          <Button size="xs" variant="default" onClick={retry}>
            Try again
          </Button>
        ) : null}
      </Stack>
    </Alert>
  );
}

/** Nothing to show, why, and what to do about it. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }): ReactNode {
  return (
    <Center mih={320} pt="xl">
      <Stack align="center" gap="xs" maw={640}>
        <Text c="dimmed">
          <Plumb />
        </Text>
        <Title order={2} size="h4">
          {title}
        </Title>
        <Text c="dimmed" size="sm" ta="center" component="div">
          {children}
        </Text>
      </Stack>
    </Center>
  );
}

export function NotFound(): ReactNode {
  return (
    <Empty title="There is no such page">
      <Link to="/findings">To the findings</Link>
    </Empty>
  );
}
