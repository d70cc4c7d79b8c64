import { useEffect } from 'react';

export function Order({ id }) {
  // ruleid: async-effect
  useEffect(async () => {
    await load(id);
  }, [id]);
  // ruleid: async-effect
  React.useEffect(async () => load(id));
  // ok: async-effect
  useEffect(() => {
    void load(id);
  }, [id]);
  // ok: async-effect
  useEffect(() => {
    const run = async () => load(id);
    run();
  }, [id]);
  return null;
}
