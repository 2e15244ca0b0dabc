/** The bridge from linux-cr streams to CRIU, as a leg of a route: the checkpoint is written as that of OpenVZ images is. */
import { linuxCrModel } from '../../../model/from-linux-cr/family.ts';
import { linuxCrSource } from '../../../parse/linux-cr/record-form.ts';
import { writeAsCriu } from '../cpt-to-criu/convert.ts';
import { rootCheckFor, runnerToCriu, type WayToCriu } from '../cpt-to-criu/runner.ts';

export const linuxCrToCriu: WayToCriu = {
  hopName: 'linux-cr to criu-4.2',
  family: 'linux-cr',
  sourceOf: linuxCrSource,
  variantOf: (content) => linuxCrModel.variant(content),
  write: (content, ...how) =>
    writeAsCriu(
      { source: linuxCrSource(content), read: (heard) => linuxCrModel.checkpoint(content, heard) },
      ...how,
    ),
};

export const linuxCrToCriuRunner = runnerToCriu(linuxCrToCriu);

export const linuxCrToCriuRoot = rootCheckFor(linuxCrToCriu);
