/** The only file that constructs things. */
console.error('jalon: nothing to run yet');
