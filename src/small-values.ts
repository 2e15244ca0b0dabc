/** 64-bit numbers that most fields have: each is one object, not one for every record. */

export const smallValues: readonly bigint[] = Array.from({ length: 1024 }, (_, value) => BigInt(value));

/** All bits of 64: "nothing" in most fields. */
export const allOnes = 0xffff_ffff_ffff_ffffn;
