import { Button, Center, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { call } from '../api.ts';
import { CommandLine } from '../ui/command.tsx';

/**
 * Where the link of `plumb serve` leads. Its code stands behind the #, which browsers keep to themselves; it is used up
 * only when somebody presses the button, so that a program that looks at links cannot.
 */
export function SignInPage(): ReactNode {
  const [code] = useState(() => globalThis.location.hash.slice(1));
  const navigate = useNavigate();
  const queries = useQueryClient();
  const signIn = useMutation({
    mutationFn: async () => await call('POST /api/v1/session', { body: { code } }),
    onSuccess: async () => {
      queries.clear();
      await navigate({ to: '/findings', replace: true });
    },
  });
  const isOld = signIn.isError || code === '';
  return (
    <Center mih="100vh" p="md">
      <Paper withBorder p="xl" radius="lg" w={460}>
        <Stack gap="md">
          <img src="/assets/plumbline.svg" alt="" width={36} height={36} />
          <Title order={1} size="h3">
            Plumbline
          </Title>
          {isOld ? (
            <>
              <Text size="sm" c="dimmed" role={signIn.isError ? 'alert' : undefined}>
                {signIn.error?.message ?? 'You are not signed in.'} On the machine that runs the platform, this prints a
                link that signs you in:
              </Text>
              <CommandLine>plumb login</CommandLine>
            </>
          ) : (
            <>
              <Text size="sm" c="dimmed">
                This link signs in one browser, once.
              </Text>
              <Button onClick={() => signIn.mutate()} loading={signIn.isPending} autoFocus>
                Sign in
              </Button>
            </>
          )}
        </Stack>
      </Paper>
    </Center>
  );
}
