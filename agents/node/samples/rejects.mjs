const fail = async (what) => {
  throw new Error('rejected: ' + what);
};
fail(`a${1}b`);
