/** utsns-N.img: the names of the host. The kernel release is the restoring one's. */
import { type Conversion, namespaces } from './context.ts';
import { writeImage } from './output.ts';
import { message } from './record.ts';

const noName = '(none)';

export function writeUts({ checkpoint, output }: Conversion): void {
  const { nodename = noName, domainname = noName } = checkpoint.container.uts;
  writeImage(output, 'UTSNS', namespaces.uts, [message('utsns_entry', { nodename, domainname })]);
}
