/** The request that the README pastes. Its answer is long; the reference page shows what it is made of. */
export const birthExample = { birth: { date: '1990-05-15', time: '14:30' }, place: { name: '서울' }, sex: 'female' };
