import { Alert, Button, Select, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { call } from '../../api.ts';
import { When } from '../../ui/when.tsx';
import { reasonWords, statusWords } from '../../words.ts';
import styles from '../finding.module.css';
import type { Known } from './known.ts';

const statuses = ['open', 'reviewing', 'to_fix', 'ignored'] as const;
type Status = (typeof statuses)[number];
type Reason = keyof typeof reasonWords;

/** Where somebody decides about a finding. What a scan decides, nobody sets by hand. */
export function Triage({ known }: { readonly known: Known }): ReactNode {
  const { id, triage, state } = known;
  const queries = useQueryClient();
  const [status, setStatus] = useState<Status>(statuses.find((it) => it === triage?.status) ?? 'open');
  const [reason, setReason] = useState<Reason | null>(reasons.find((it) => it === triage?.reason) ?? null);
  const [comment, setComment] = useState('');
  const decide = useMutation({
    mutationFn: async () =>
      await call('PUT /api/v1/findings/:id/triage', {
        params: { id },
        body: status === 'ignored' ? { status, reason: reason!, comment } : { status, comment },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['finding', id] });
      await queries.invalidateQueries({ queryKey: ['findings'] });
      await queries.invalidateQueries({ queryKey: ['facets'] });
    },
  });
  return (
    <div className={styles['card']}>
      <Stack gap="sm">
        <Select
          label="Status"
          size="sm"
          data={statuses.map((value) => ({ value, label: statusWords[value]! }))}
          value={status}
          allowDeselect={false}
          onChange={(it) => setStatus(statuses.find((one) => one === it) ?? 'open')}
        />
        {state === 'open' ? null : (
          <Text size="xs" c="dimmed">
            A scan found it {state}. What you decide here counts should it come back.
          </Text>
        )}
        {status === 'ignored' ? (
          <Select
            label="Why"
            size="sm"
            placeholder="Choose a reason"
            data={reasons.map((value) => ({ value, label: reasonWords[value] }))}
            value={reason}
            onChange={(it) => setReason(reasons.find((one) => one === it) ?? null)}
          />
        ) : null}
        <Textarea
          label="Comment"
          size="sm"
          autosize
          minRows={2}
          maxRows={8}
          maxLength={5_000}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
        <Button
          size="sm"
          loading={decide.isPending}
          disabled={status === 'ignored' && reason === null}
          onClick={() => decide.mutate()}
        >
          Save
        </Button>
        {decide.error ? (
          <Alert color="red" p="xs">
            {decide.error.message}
          </Alert>
        ) : null}
        {triage ? (
          <Text size="xs" c="dimmed">
            {statusWords[triage.status]} by {triage.by}, <When at={triage.at} />
          </Text>
        ) : null}
      </Stack>
    </div>
  );
}

const reasons = Object.keys(reasonWords) as Reason[];
