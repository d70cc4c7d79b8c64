/** The options of commands that look at an image or a system's root folder in place of a project. */
export const systemOptions = {
  image: {
    value: 'PATH',
    help: 'A container image in place of a folder: an archive of docker save or podman save, or an OCI layout (archive or folder)',
  },
  platform: {
    value: 'OS/ARCH',
    help: 'Which of the images in it, such as linux/arm64 (default: linux/amd64 if it is there)',
  },
  rootfs: { value: 'FOLDER', help: 'The root folder of a system, unpacked or mounted, in place of a project' },
} as const;

interface Given {
  readonly image: string | undefined;
  readonly platform: string | undefined;
  readonly rootfs: string | undefined;
}

/** Shape: absolute paths. Errors: `option-invalid` for what cannot go together. */
export async function systemRequest(
  { image, platform, rootfs }: Given,
  paths: readonly string[],
  cwd: string,
): Promise<Partial<Given>> {
  const chosen = [image, rootfs].filter((it) => it !== undefined);
  if (chosen.length + Number(paths.length > 0) > 1) {
    const { UserError } = await import('@plumbline/core');
    const option = image === undefined ? 'rootfs' : 'image';
    throw new UserError('option-invalid', { option, value: chosen[0]!, expected: 'nothing else to scan beside it' });
  }
  const { resolve } = await import('node:path');
  const whole = (path: string | undefined): string | undefined => (path === undefined ? undefined : resolve(cwd, path));
  return { image: whole(image), platform, rootfs: whole(rootfs) };
}
