/** Network devices that only OpenVZ kernels have: what they did, a pair of veth devices to a bridge does. */
import type { Checkpoint } from '../../../../model/checkpoint.ts';

export interface HostDevice {
  readonly name: string;
  /** `10.0.0.2/24`. */
  readonly addresses: readonly string[];
}

/** venet devices with their addresses; what the image makes by itself is not among them. */
export const hostDevices = ({ network }: Checkpoint): readonly HostDevice[] =>
  network.devices
    .filter(({ name }) => name.startsWith('venet'))
    .map(({ name, index }) => ({
      name,
      addresses: network.addresses.flatMap((one) =>
        one.index === index && one.family !== 'other' && isOfDevice(one.address)
          ? [`${one.address}/${one.masklen}`]
          : [],
      ),
    }));

/** venet0 itself has the address of loopback; those of the container stand beside it. */
const isOfDevice = (address: string): boolean =>
  /^[0-9a-fA-F.:]+$/.test(address) && !address.startsWith('127.');
