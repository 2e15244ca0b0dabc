/** The names of the families of images, as commands, documents and code have them. */
export type FamilyId = 'cpt' | 'criu' | 'linux-cr';
