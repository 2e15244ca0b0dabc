/** What an engine has on the host: containers, images, volumes and secrets by name. */
import type { HostEngine } from '../host.ts';
import { hasFact, type Judge, type Judgement, judged, type Situation, textFact } from './judge.ts';

const engineOf = ({ host }: Situation): HostEngine | undefined => host?.podman;

/** Facts: `name`, and `id` where the old one is kept. */
export const containerFreeJudge: Judge = (condition, situation): Judgement => {
  const containers = engineOf(situation)?.containers;
  if (containers === undefined) return 'open';
  const [id, name] = [textFact(condition, 'id'), textFact(condition, 'name')];
  const other = containers.find((one) => (hasFact(condition, 'id') && one.id === id) || one.name === name);
  return judged(other === undefined, `the container ${other?.name}, ${other?.id.slice(0, 12)}`);
};

/** What is not there is pulled, but for what has no registry. */
export const imageThereJudge: Judge = (condition, situation): Judgement => {
  const images = engineOf(situation)?.images;
  const name = textFact(condition, 'name');
  if (images === undefined || images.includes(name)) return images === undefined ? 'open' : 'met';
  if (name.startsWith('localhost/')) return { found: 'no such image, and no registry that has it' };
  return { maybe: 'no image of that name: it would be pulled' };
};

export const volumeFreeJudge: Judge = (condition, situation): Judgement => {
  const has = engineOf(situation)?.volumes?.includes(textFact(condition, 'name'));
  return judged(has === undefined ? undefined : !has, 'a volume of that name');
};

export const secretThereJudge: Judge = (condition, situation): Judgement =>
  judged(engineOf(situation)?.secrets?.includes(textFact(condition, 'name')), 'no such secret');

export const networkThereJudge: Judge = (condition, situation): Judgement =>
  judged(engineOf(situation)?.networks?.includes(textFact(condition, 'name')), 'no such network');

/** Of another container that runs. */
export const containerAddressJudge: Judge = (condition, situation): Judgement => {
  const has = engineOf(situation)?.addresses?.includes(textFact(condition, 'address'));
  return judged(has === undefined ? undefined : !has, 'another container has it');
};
