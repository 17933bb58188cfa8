/** Everything personal that a scripted session says: nothing like it comes by chance. */
export const PERSON = {
  email: 'dolsoe.hwangbo+qx7@privacy-dump.example',
  newEmail: 'dolsoe.moved+kk3@privacy-dump.example',
  phone: '+821094837265',
  password: '황소가 달을 삼킨 밤 8841',
  newPassword: '달이 황소를 토한 아침 1488',
  nickname: '공개된별명',
  birthYear: 1987,
  self: {
    relation: 'self',
    label: '나 황보돌쇠',
    birth: { date: '1987-11-23', time: '03:47:19' },
    place: { latitude: 37.4721, longitude: 128.7293, timeZone: 'Asia/Seoul' },
    sex: 'male',
  },
  grandmother: {
    relation: 'family',
    label: '외할머니 나주댁',
    birth: { calendar: 'lunar', date: '1934-02-09', time: '21:13:42' },
    place: { name: '정선' },
    sex: 'female',
  },
  child: {
    email: 'soye.hwangbo@privacy-dump.example',
    guardian: 'mother.of.soye@privacy-dump.example',
    password: '일곱 마리 새끼 염소와 늑대',
  },
  expert: { email: 'expert.cha@privacy-dump.example', password: '전문가의 비밀번호 3307' },
  operator: { email: 'operator.do@privacy-dump.example', password: '운영자의 비밀번호 5519' },
  feedback: '재물 풀이가 딱 맞아서 소름이 돋았어요 zq81',
  review: '정묘년 해월의 병화는 을목을 그리워합니다 zq82',
  provider: { id: 'naver-subject-77120458', email: 'dolsoe@naver-dump.example', nickname: '네이버돌쇠' },
} as const;
