/**
 * An IPC id that is given exactly or not at all: the rule of the next_id patches and of linux-cr's internal
 * argument. They differ only in where the request waits.
 */

import { type Errno, refuse } from '../errno.ts';
import type { IpcIdRequest } from '../ipc-registry.ts';

/** The first free index from the wanted one is tried; if it is another one, the answer is `taken`. */
export function exactSlotRequest(id: number, taken: Errno, onSuccess?: () => void): IpcIdRequest {
  return {
    place: (slots, holderAt) => {
      if (id < 0 || id > 0x7fffffff) return refuse('EINVAL', `${id} is no IPC id`);
      const wanted = slots.slotOf(id);
      if (slots.firstFree(wanted.index) !== wanted.index) {
        return refuse(taken, `the slot of id ${id} is taken`, holderAt(wanted.index));
      }
      onSuccess?.();
      return wanted;
    },
  };
}
