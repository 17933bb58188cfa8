import { describe, expect, test } from 'vitest';
import { findPlace, placeLabel } from '../../../../platform/places/gazetteer.ts';

function labelOf(query: string): string {
  const answer = findPlace(query);
  return answer.kind === 'found' ? placeLabel(answer.place) : answer.kind;
}

function candidatesOf(query: string): string[] {
  const answer = findPlace(query);
  return answer.kind === 'ambiguous' ? answer.candidates.map(placeLabel) : [];
}

function placesOf(query: string): readonly string[] {
  const answer = findPlace(query);
  return answer.kind === 'region' ? answer.places.map(placeLabel) : [];
}

function suggestionsOf(query: string): readonly string[] {
  const answer = findPlace(query);
  return answer.kind === 'unknown' ? answer.suggestions : [];
}

describe('a name in Korea', () => {
  test.each([
    [
      '서울특별시',
      ['서울', '서울시', 'Seoul', 'SEOUL', ' seoul ', 'ＳＥＯＵＬ', '한국 서울', '경성', 'Seoul, South Korea'],
    ],
    ['부산광역시', ['부산', '부산시', '부산직할시', 'Busan', 'Pusan', '경남 부산']],
    ['전북특별자치도', ['전북', '전라북도', '전북특별자치도', 'Jeollabuk-do', 'North Jeolla', 'Jeonbuk Province']],
    [
      '경기도 수원시',
      ['수원', '수원시', '경기 수원', '경기도 수원시', '경기수원', '수원, 경기도', 'Suwon', 'Suwon-si'],
    ],
    [
      '경기도 수원시',
      ['Suwon, Gyeonggi-do', 'Suwon City', 'suwon si', '수원군', '수원시 영통구', '대한민국 경기도 수원시'],
    ],
    ['서울특별시 강남구', ['강남', '강남구', '서울 강남구', '서울특별시강남구', 'Gangnam-gu', 'Gangnam, Seoul']],
    ['경기도 성남시', ['분당', '분당구', '성남시 분당구', '경기도 성남시 분당구', '대한민국 경기도 성남시 분당구']],
    ['경기도 고양시 일산동구', ['일산', '고양시 일산서구', 'Ilsan']],
    ['경상남도 창원시 마산합포구', ['마산', '마산시', '경남 마산', '창원 마산회원구']],
    ['전북특별자치도 익산시', ['이리', '이리시', '전북 이리시']],
    ['인천광역시 미추홀구', ['인천 남구']],
    ['경상북도 포항시', ['포항 남구']],
    ['경상북도 울릉군', ['울릉도', '독도']],
    ['제주특별자치도 제주시', ['제주시', 'Jeju-si']],
    ['세종특별자치시', ['세종', '세종시', '충남 연기군']],
  ])('%s is found by %j', (label, queries) => {
    for (const query of queries) expect(labelOf(query), query).toBe(label);
  });

  test('is found in decomposed Hangul as macOS writes it', () => {
    expect(labelOf('경기도 수원시'.normalize('NFD'))).toBe('경기도 수원시');
  });

  test('is found by the province it belonged to when the birth was recorded', () => {
    expect(labelOf('전남 광주')).toBe('광주광역시');
    expect(labelOf('경기도 강화군')).toBe('인천광역시 강화군');
    expect(labelOf('강원도 울진군')).toBe('경상북도 울진군');
    expect(labelOf('전라도 순천')).toBe('전라남도 순천시');
  });

  test('광주 is the metropolitan city, and 경기 광주 the other', () => {
    expect(labelOf('광주')).toBe('광주광역시');
    expect(labelOf('광주광역시')).toBe('광주광역시');
    expect(labelOf('경기 광주')).toBe('경기도 광주시');
    expect(labelOf('광주시 경기도')).toBe('경기도 광주시');
    expect(candidatesOf('광주시')).toEqual(['광주광역시', '경기도 광주시']);
  });

  test('that two places share is ambiguous until the province is given', () => {
    expect(candidatesOf('고성')).toEqual(['강원특별자치도 고성군', '경상남도 고성군']);
    expect(labelOf('강원 고성')).toBe('강원특별자치도 고성군');
    expect(labelOf('경남 고성군')).toBe('경상남도 고성군');
    expect(candidatesOf('중구')).toHaveLength(6);
    expect(labelOf('대구중구')).toBe('대구광역시 중구');
    expect(labelOf('경기도 중구')).toBe('unknown');
  });

  test('in the North is found under its old province too, after the South’s', () => {
    expect(findPlace('평양')).toMatchObject({ place: { country: 'KP', timeZone: 'Asia/Pyongyang' } });
    for (const query of ['개성', '경기도 개성', '황해도 개성', '북한 개성', 'Kaesong']) {
      expect(labelOf(query), query).toBe('황해북도 개성시');
    }
    expect(labelOf('함남 함흥')).toBe('함경남도 함흥시');
    expect(labelOf('강원도 원산')).toBe('강원도 원산시');
    expect(labelOf('순천')).toBe('전라남도 순천시');
    expect(labelOf('북한 순천')).toBe('평안남도 순천시');
  });
});

describe('a name abroad', () => {
  test.each([
    ['New York, NY, US', ['뉴욕', '뉴욕시', 'New York', 'new york city', 'NYC', '미국 뉴욕', 'New York, USA']],
    ['Los Angeles, CA, US', ['LA', '엘에이', '로스앤젤레스', 'Los Angeles, CA', 'Los Angeles, California']],
    ['Paris, FR', ['Paris', 'Paris, FR', 'Paris, France', '파리', '프랑스 파리', 'PARIS (France)']],
    ['London, GB', ['London', '런던', 'London, UK', 'London, England']],
    ['London, ON, CA', ['London, Ontario', 'London, Canada']],
    ['Zürich, CH', ['Zurich', 'zürich', 'Zu\u0308rich', '취리히']],
    ['Beijing, CN', ['베이징', '북경', 'Peking', '중국 북경']],
    ['Yanji, CN', ['연길', '옌지']],
    ['Tokyo, JP', ['도쿄', '동경', '일본 도쿄']],
    ['Osaka, JP', ['오사카', 'Ōsaka', '오사카시']],
    ['Ho Chi Minh City, VN', ['호치민', '호찌민', '사이공', 'Saigon', 'Hochiminh City']],
    ['Saint Petersburg, RU', ['St. Petersburg', 'Saint Petersburg', '레닌그라드', 'St Petersburg, Russia']],
    ['St. Petersburg, FL, US', ['St. Petersburg, FL', 'Saint Petersburg, Florida']],
    ['Sydney, AU', ['시드니', '호주 시드니']],
  ])('%s is found by %j', (label, queries) => {
    for (const query of queries) expect(labelOf(query), query).toBe(label);
  });

  test('that cities share is the largest’s only when it is at least five times the next', () => {
    expect(labelOf('London')).toBe('London, GB');
    expect(candidatesOf('Hyderabad')).toEqual(['Hyderābād, IN', 'Hyderabad, PK']);
    expect(labelOf('Hyderabad, Pakistan')).toBe('Hyderabad, PK');
    expect(labelOf('Columbus, Georgia')).toBe('Columbus, GA, US');
  });

  test('in Hangul is Korea’s first; in Latin script it is ambiguous', () => {
    expect(labelOf('청도')).toBe('경상북도 청도군');
    expect(labelOf('중국 청도')).toBe('Qingdao, CN');
    expect(candidatesOf('Jinan')).toEqual(['전북특별자치도 진안군', 'Jinan, CN']);
    expect(labelOf('Jinan, China')).toBe('Jinan, CN');
  });
});

describe('a name that is not there', () => {
  test('gets the names most like it', () => {
    expect(suggestionsOf('수훤')).toContain('경기도 수원시');
    expect(suggestionsOf('Pariss')).toEqual(['Paris, FR']);
    expect(suggestionsOf('Ho Chi Minh')).toEqual(['Ho Chi Minh City, VN']);
  });

  test('gets the place it starts with when it is an address', () => {
    expect(suggestionsOf('서울 강남구 역삼동')).toEqual(['서울특별시 강남구']);
    expect(suggestionsOf('경기도 성남시 분당구 정자동 178-1')).toEqual(['경기도 성남시']);
  });

  test('that is a country’s, a state’s or a former province’s gets its largest places, and none that is like it', () => {
    // 대판, an old name of Osaka, is one letter off 대만; 중구 off 중국.
    expect(placesOf('대만')).toContain('Taipei, TW');
    expect(placesOf('중국')).toContain('Beijing, CN');
    expect(placesOf('미국')[0]).toBe('New York, NY, US');
    expect(placesOf('California').slice(0, 2)).toEqual(['Los Angeles, CA, US', 'San Diego, CA, US']);
    expect(placesOf('전라도')).toContain('광주광역시');
    expect(placesOf('한국')).toContain('서울특별시');
    for (const region of ['중국', 'Japan', 'Texas', '한국']) expect(placesOf(region)).toHaveLength(5);
  });

  test('gets at most five', () => {
    expect(suggestionsOf('san')).toHaveLength(5);
  });

  test.each(['', ' ', '-', ',,,', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '\ud800', '😀', '南京'])(
    '%j is unknown',
    query => {
      expect(findPlace(query).kind).toBe('unknown');
    },
  );

  test('is not looked at beyond 100 characters', () => {
    expect(findPlace(`${' '.repeat(98)}서울`).kind).toBe('found');
    expect(findPlace(`${' '.repeat(99)}서울`)).toEqual({ kind: 'unknown', suggestions: [] });
  });

  test('made of nothing but regions is answered all the same', () => {
    expect(findPlace('경기'.repeat(50)).kind).toBe('unknown');
    expect(findPlace('us '.repeat(33)).kind).toBe('unknown');
  });
});
