/** The recipes of all broken samples, by code, and how a sample is made from its recipe. */
import { checkpointRecipes } from './checkpoint.ts';
import { fileRecipes } from './files.ts';
import { framingRecipes, schemaRecipes } from './framing.ts';
import { bases, type RecipeTable, withoutPages } from './recipe.ts';
import { referenceRecipes } from './references.ts';
import { taskRecipes } from './semantics.ts';

export const recipes: RecipeTable = {
  ...framingRecipes,
  ...schemaRecipes,
  ...referenceRecipes,
  ...taskRecipes,
  ...fileRecipes,
  ...checkpointRecipes,
};

/** `readSample` gives the bytes of a file of `samples/cpt/`, by its name without ending. */
export function makeBroken(code: string, readSample: (name: string) => Uint8Array): Uint8Array {
  const recipe = recipes[code];
  if (!recipe) throw new Error(`no recipe for ${code}`);
  return recipe.edit(withoutPages(readSample(bases[recipe.base])));
}
