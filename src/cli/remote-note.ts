/** The paragraph of every `--help` about what lies elsewhere. */

export const remoteNote =
  'What lies elsewhere: https://HOST/FILE is read by ranges, oci://HOST/NAME:TAG is an image in a registry; nothing is fetched that is not looked at. REGISTRY_AUTH_FILE names a file with credentials, as "podman login" writes it; CR_REMOTE_TIMEOUT is in seconds, CR_REMOTE_BYTES the most that is fetched of a file that has to be fetched whole. docs/remote.md says more.';
