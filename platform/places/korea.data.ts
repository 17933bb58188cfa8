/**
 * The provinces of Korea, South and North, and their cities, counties and districts (시·군·구).
 * Coordinates are those of the office, to 0.01° (2.4 s of solar time); README.md tells the sources and the checks.
 *
 * A municipality is a line `name english latitude longitude`, then in any order
 * `+other name` (an abolished city, a ward that is answered with its city, an old spelling) and
 * `<province` (a province it belonged to before, as older records name it).
 * `시·구` is a ward far enough from its city's office to have a line of its own.
 */
export interface Province {
  readonly name: string;
  readonly english: string;
  readonly country: 'KR' | 'KP';
  /** Other ways to write it, in Hangul or Latin script. */
  readonly also: readonly string[];
  /** Latitude and longitude of its office; absent where it only tells places apart. */
  readonly office?: readonly [number, number];
  /** Provinces its city belonged to before it became one of its own. */
  readonly formerly?: readonly string[];
  readonly municipalities: string;
}

/** What the two countries are called. */
export const COUNTRY_NAMES: Readonly<Record<string, readonly string[]>> = {
  KR: ['KR', '대한민국', '한국', '남한', 'South Korea', 'Korea', 'Republic of Korea'],
  KP: ['KP', '조선민주주의인민공화국', '북한', '이북', '조선', 'North Korea', 'DPRK'],
};

/** Old names that stand for two of today's provinces. */
export const OLD_PROVINCES: Readonly<Record<string, readonly string[]>> = {
  전라도: ['전북특별자치도', '전라남도'],
  경상도: ['경상북도', '경상남도'],
  충청도: ['충청북도', '충청남도'],
  평안도: ['평안북도', '평안남도'],
  함경도: ['함경북도', '함경남도'],
};

export const PROVINCES: readonly Province[] = [
  {
    name: '서울특별시',
    english: 'Seoul',
    country: 'KR',
    also: ['서울', '한성', '한성부', '경성', '경성부'],
    office: [37.57, 126.98],
    formerly: ['경기도'],
    municipalities: `
종로구 Jongno 37.57 126.98
중구 Jung 37.56 127.00
용산구 Yongsan 37.53 126.99
성동구 Seongdong 37.56 127.04
광진구 Gwangjin 37.54 127.08
동대문구 Dongdaemun 37.57 127.04
중랑구 Jungnang 37.61 127.09
성북구 Seongbuk 37.59 127.02
강북구 Gangbuk 37.64 127.03
도봉구 Dobong 37.67 127.05
노원구 Nowon 37.65 127.06
은평구 Eunpyeong 37.60 126.93
서대문구 Seodaemun 37.58 126.94
마포구 Mapo 37.57 126.90
양천구 Yangcheon 37.52 126.87
강서구 Gangseo 37.55 126.85
구로구 Guro 37.50 126.89
금천구 Geumcheon 37.46 126.90
영등포구 Yeongdeungpo 37.53 126.90
동작구 Dongjak 37.51 126.94
관악구 Gwanak 37.48 126.95
서초구 Seocho 37.48 127.03
강남구 Gangnam 37.52 127.05
송파구 Songpa 37.51 127.11
강동구 Gangdong 37.53 127.12`,
  },
  {
    name: '부산광역시',
    english: 'Busan',
    country: 'KR',
    also: ['부산', '부산직할시', 'Pusan', 'Fusan'],
    office: [35.18, 129.08],
    formerly: ['경상남도'],
    municipalities: `
중구 Jung 35.11 129.03
서구 Seo 35.10 129.02
동구 Dong 35.13 129.05
영도구 Yeongdo 35.09 129.07
부산진구 Busanjin 35.16 129.05
동래구 Dongnae 35.20 129.08
남구 Nam 35.14 129.08
북구 Buk 35.20 128.99
해운대구 Haeundae 35.16 129.16
사하구 Saha 35.10 128.97
금정구 Geumjeong 35.24 129.09
강서구 Gangseo 35.21 128.98
연제구 Yeonje 35.18 129.08
수영구 Suyeong 35.15 129.11
사상구 Sasang 35.15 128.99
기장군 Gijang 35.24 129.22 <경상남도`,
  },
  {
    name: '대구광역시',
    english: 'Daegu',
    country: 'KR',
    also: ['대구', '대구직할시', 'Taegu'],
    office: [35.87, 128.6],
    formerly: ['경상북도'],
    municipalities: `
중구 Jung 35.87 128.61
동구 Dong 35.89 128.64
서구 Seo 35.87 128.56
남구 Nam 35.85 128.60
북구 Buk 35.89 128.58
수성구 Suseong 35.86 128.63
달서구 Dalseo 35.83 128.53
달성군 Dalseong 35.77 128.43 <경상북도
군위군 Gunwi 36.24 128.57 <경상북도`,
  },
  {
    name: '인천광역시',
    english: 'Incheon',
    country: 'KR',
    also: ['인천', '인천직할시', '제물포', 'Inchon', 'Chemulpo'],
    office: [37.46, 126.71],
    formerly: ['경기도'],
    municipalities: `
중구 Jung 37.47 126.62 +영종구
동구 Dong 37.47 126.64 +제물포구
미추홀구 Michuhol 37.46 126.65 +남구
연수구 Yeonsu 37.41 126.68
남동구 Namdong 37.45 126.73
부평구 Bupyeong 37.51 126.72 +북구
계양구 Gyeyang 37.54 126.74
서구 Seo 37.55 126.68 +검단구
강화군 Ganghwa 37.75 126.49 <경기도
옹진군 Ongjin 37.45 126.64 <경기도`,
  },
  {
    name: '광주광역시',
    english: 'Gwangju',
    country: 'KR',
    also: ['광주', '광주직할시', 'Kwangju'],
    office: [35.16, 126.85],
    formerly: ['전라남도'],
    municipalities: `
동구 Dong 35.15 126.92
서구 Seo 35.15 126.89
남구 Nam 35.13 126.90
북구 Buk 35.17 126.91
광산구 Gwangsan 35.14 126.79 +광산군 +송정시 <전라남도`,
  },
  {
    name: '대전광역시',
    english: 'Daejeon',
    country: 'KR',
    also: ['대전', '대전직할시', 'Taejon'],
    office: [36.35, 127.38],
    formerly: ['충청남도'],
    municipalities: `
동구 Dong 36.31 127.45
중구 Jung 36.33 127.42
서구 Seo 36.36 127.38
유성구 Yuseong 36.36 127.36
대덕구 Daedeok 36.35 127.42 +대덕군 <충청남도`,
  },
  {
    name: '울산광역시',
    english: 'Ulsan',
    country: 'KR',
    also: ['울산', '울산군'],
    office: [35.54, 129.31],
    formerly: ['경상남도'],
    municipalities: `
중구 Jung 35.57 129.33
남구 Nam 35.54 129.33
동구 Dong 35.50 129.42
북구 Buk 35.58 129.36
울주군 Ulju 35.52 129.24 <경상남도`,
  },
  {
    name: '세종특별자치시',
    english: 'Sejong',
    country: 'KR',
    also: ['세종', '연기', '연기군', '조치원'],
    office: [36.48, 127.29],
    formerly: ['충청남도'],
    municipalities: '',
  },
  {
    name: '경기도',
    english: 'Gyeonggi-do',
    country: 'KR',
    also: ['경기', 'Gyeonggi', 'Kyonggi', 'Kyonggi-do'],
    office: [37.29, 127.05],
    municipalities: `
수원시 Suwon 37.26 127.03 +장안구 +권선구 +팔달구 +영통구
성남시 Seongnam 37.42 127.13 +Songnam +수정구 +중원구 +분당구 +Bundang
의정부시 Uijeongbu 37.74 127.03
안양시 Anyang 37.39 126.96 +만안구 +동안구
부천시 Bucheon 37.50 126.77 +Puchon +원미구 +소사구 +오정구
광명시 Gwangmyeong 37.48 126.86
평택시 Pyeongtaek 36.99 127.11 +송탄시
동두천시 Dongducheon 37.90 127.06
안산시 Ansan 37.32 126.83 +상록구 +단원구
고양시 Goyang 37.66 126.83 +Koyang +덕양구
고양시·일산동구 Ilsandong 37.66 126.77 +일산구 +일산서구 +Ilsan
과천시 Gwacheon 37.43 126.99
구리시 Guri 37.59 127.13
남양주시 Namyangju 37.64 127.22 +미금시
오산시 Osan 37.15 127.08
시흥시 Siheung 37.38 126.80
군포시 Gunpo 37.36 126.94
의왕시 Uiwang 37.34 126.97
하남시 Hanam 37.54 127.21
용인시 Yongin 37.24 127.18 +처인구
용인시·기흥구 Giheung 37.28 127.11
용인시·수지구 Suji 37.32 127.10
파주시 Paju 37.76 126.78
이천시 Icheon 37.27 127.44
안성시 Anseong 37.01 127.28
김포시 Gimpo 37.62 126.72 +Kimpo
화성시 Hwaseong 37.20 126.83 +만세구 +효행구
화성시·동탄구 Dongtan 37.20 127.07 +병점구
광주시 Gwangju 37.43 127.26
양주시 Yangju 37.79 127.05
포천시 Pocheon 37.89 127.20
여주시 Yeoju 37.30 127.64
연천군 Yeoncheon 38.10 127.08
가평군 Gapyeong 37.83 127.51
양평군 Yangpyeong 37.49 127.49`,
  },
  {
    name: '강원특별자치도',
    english: 'Gangwon-do',
    country: 'KR',
    also: ['강원', '강원도', 'Gangwon', 'Kangwon', 'Kangwon-do'],
    office: [37.89, 127.73],
    municipalities: `
춘천시 Chuncheon 37.88 127.73 +Chunchon +춘성군
원주시 Wonju 37.34 127.92 +원성군
강릉시 Gangneung 37.75 128.88 +Kangnung +명주군
동해시 Donghae 37.52 129.11
태백시 Taebaek 37.16 128.99
속초시 Sokcho 38.21 128.59
삼척시 Samcheok 37.45 129.17
홍천군 Hongcheon 37.70 127.89
횡성군 Hoengseong 37.49 127.98
영월군 Yeongwol 37.18 128.46
평창군 Pyeongchang 37.37 128.39
정선군 Jeongseon 37.38 128.66
철원군 Cheorwon 38.15 127.31
화천군 Hwacheon 38.11 127.71
양구군 Yanggu 38.11 127.99
인제군 Inje 38.07 128.17
고성군 Goseong 38.38 128.47
양양군 Yangyang 38.08 128.62`,
  },
  {
    name: '충청북도',
    english: 'Chungcheongbuk-do',
    country: 'KR',
    also: ['충북', 'Chungbuk', 'Chungcheongbuk', 'North Chungcheong'],
    office: [36.64, 127.49],
    municipalities: `
청주시 Cheongju 36.64 127.49 +Chongju +상당구 +서원구 +흥덕구 +청원구 +청원군
충주시 Chungju 36.99 127.93 +중원군
제천시 Jecheon 37.13 128.19 +제원군
보은군 Boeun 36.49 127.73
옥천군 Okcheon 36.31 127.57
영동군 Yeongdong 36.17 127.78
증평군 Jeungpyeong 36.79 127.58
진천군 Jincheon 36.85 127.44
괴산군 Goesan 36.82 127.79
음성군 Eumseong 36.94 127.69
단양군 Danyang 36.98 128.37`,
  },
  {
    name: '충청남도',
    english: 'Chungcheongnam-do',
    country: 'KR',
    also: ['충남', 'Chungnam', 'Chungcheongnam', 'South Chungcheong'],
    office: [36.66, 126.67],
    municipalities: `
천안시 Cheonan 36.82 127.11 +Chonan +동남구 +서북구 +천원군
공주시 Gongju 36.45 127.12
보령시 Boryeong 36.33 126.61 +대천시
아산시 Asan 36.79 127.00 +온양시
서산시 Seosan 36.78 126.45
논산시 Nonsan 36.19 127.10
계룡시 Gyeryong 36.27 127.25
당진시 Dangjin 36.89 126.63
금산군 Geumsan 36.11 127.49 <전북특별자치도
부여군 Buyeo 36.28 126.91
서천군 Seocheon 36.08 126.69
청양군 Cheongyang 36.46 126.80
홍성군 Hongseong 36.60 126.66
예산군 Yesan 36.68 126.84
태안군 Taean 36.75 126.30`,
  },
  {
    name: '전북특별자치도',
    english: 'Jeonbuk-do',
    country: 'KR',
    also: ['전북', '전라북도', 'Jeonbuk', 'Jeollabuk', 'Jeollabuk-do', 'North Jeolla'],
    office: [35.82, 127.11],
    municipalities: `
전주시 Jeonju 35.82 127.15 +Chonju +완산구 +덕진구
군산시 Gunsan 35.97 126.74 +Kunsan +옥구군
익산시 Iksan 35.95 126.96 +이리시
정읍시 Jeongeup 35.57 126.86
남원시 Namwon 35.42 127.39
김제시 Gimje 35.80 126.88
완주군 Wanju 35.90 127.16
진안군 Jinan 35.79 127.42
무주군 Muju 36.01 127.66
장수군 Jangsu 35.65 127.52
임실군 Imsil 35.62 127.29
순창군 Sunchang 35.37 127.14
고창군 Gochang 35.44 126.70
부안군 Buan 35.73 126.73`,
  },
  {
    name: '전라남도',
    english: 'Jeollanam-do',
    country: 'KR',
    also: ['전남', 'Jeonnam', 'Jeollanam', 'South Jeolla'],
    office: [34.82, 126.46],
    municipalities: `
목포시 Mokpo 34.81 126.39
여수시 Yeosu 34.76 127.66 +Yosu +여천시 +여천군
순천시 Suncheon 34.95 127.49 +Sunchon +승주군
나주시 Naju 35.02 126.71
광양시 Gwangyang 34.94 127.70 +동광양시
담양군 Damyang 35.32 126.99
곡성군 Gokseong 35.28 127.29
구례군 Gurye 35.20 127.46
고흥군 Goheung 34.61 127.28
보성군 Boseong 34.77 127.08
화순군 Hwasun 35.06 126.99
장흥군 Jangheung 34.68 126.91
강진군 Gangjin 34.64 126.77
해남군 Haenam 34.57 126.60
영암군 Yeongam 34.80 126.70
무안군 Muan 34.99 126.48
함평군 Hampyeong 35.07 126.52
영광군 Yeonggwang 35.28 126.51
장성군 Jangseong 35.30 126.78
완도군 Wando 34.31 126.76
진도군 Jindo 34.49 126.26
신안군 Sinan 34.83 126.35`,
  },
  {
    name: '경상북도',
    english: 'Gyeongsangbuk-do',
    country: 'KR',
    also: ['경북', 'Gyeongbuk', 'Gyeongsangbuk', 'North Gyeongsang'],
    office: [36.58, 128.51],
    municipalities: `
포항시 Pohang 36.02 129.34 +남구 +북구 +영일군
경주시 Gyeongju 35.86 129.22 +Kyongju +월성군
김천시 Gimcheon 36.14 128.11 +Kimchon +금릉군
안동시 Andong 36.57 128.73
구미시 Gumi 36.12 128.34 +Kumi +선산군
영주시 Yeongju 36.81 128.62 +영풍군
영천시 Yeongcheon 35.97 128.94
상주시 Sangju 36.41 128.16
문경시 Mungyeong 36.59 128.19 +점촌시
경산시 Gyeongsan 35.83 128.74
의성군 Uiseong 36.35 128.70
청송군 Cheongsong 36.44 129.06
영양군 Yeongyang 36.67 129.11
영덕군 Yeongdeok 36.42 129.37
청도군 Cheongdo 35.65 128.73
고령군 Goryeong 35.73 128.26
성주군 Seongju 35.92 128.28
칠곡군 Chilgok 36.00 128.40 +왜관
예천군 Yecheon 36.65 128.44
봉화군 Bonghwa 36.89 128.73
울진군 Uljin 36.99 129.40 <강원특별자치도
울릉군 Ulleung 37.48 130.91 +울릉도 +독도`,
  },
  {
    name: '경상남도',
    english: 'Gyeongsangnam-do',
    country: 'KR',
    also: ['경남', 'Gyeongnam', 'Gyeongsangnam', 'South Gyeongsang'],
    office: [35.24, 128.69],
    municipalities: `
창원시 Changwon 35.23 128.68 +의창구 +성산구 +의창군
창원시·마산합포구 Masanhappo 35.20 128.57 +마산시 +마산회원구 +Masan
창원시·진해구 Jinhae 35.13 128.71 +Chinhae +진해시
진주시 Jinju 35.18 128.11 +Chinju +진양군
통영시 Tongyeong 34.85 128.43 +충무시
사천시 Sacheon 35.00 128.06 +삼천포시
김해시 Gimhae 35.23 128.89 +Kimhae
밀양시 Miryang 35.50 128.75
거제시 Geoje 34.88 128.62 +장승포시
양산시 Yangsan 35.34 129.04
의령군 Uiryeong 35.32 128.26
함안군 Haman 35.27 128.41
창녕군 Changnyeong 35.54 128.49
고성군 Goseong 34.97 128.32
남해군 Namhae 34.84 127.89
하동군 Hadong 35.07 127.75
산청군 Sancheong 35.42 127.87
함양군 Hamyang 35.52 127.73
거창군 Geochang 35.69 127.91
합천군 Hapcheon 35.57 128.17`,
  },
  {
    name: '제주특별자치도',
    english: 'Jeju-do',
    country: 'KR',
    also: ['제주', '제주도', 'Jeju', 'Cheju', 'Cheju-do', 'Jeju Island'],
    office: [33.49, 126.5],
    formerly: ['전라남도'],
    municipalities: `
제주시 Jeju 33.50 126.53 +Cheju-si +북제주군
서귀포시 Seogwipo 33.25 126.56 +남제주군`,
  },
  {
    name: '평양직할시',
    english: 'Pyongyang',
    country: 'KP',
    also: ['평양', '평양부', 'Pyeongyang'],
    office: [39.03, 125.75],
    formerly: ['평안남도'],
    municipalities: '',
  },
  {
    name: '평안남도',
    english: 'South Pyongan',
    country: 'KP',
    also: ['평남'],
    municipalities: `
남포시 Nampo 38.74 125.41 +진남포
평성시 Pyongsong 39.25 125.87
순천시 Sunchon 39.43 125.93
안주시 Anju 39.62 125.66
개천시 Kaechon 39.70 125.89
덕천시 Tokchon 39.75 126.26
용강군 Ryonggang 38.86 125.42
중화군 Chunghwa 38.86 125.80`,
  },
  {
    name: '평안북도',
    english: 'North Pyongan',
    country: 'KP',
    also: ['평북'],
    municipalities: `
신의주시 Sinuiju 40.10 124.40
의주군 Uiju 40.20 124.53
정주시 Chongju 39.69 125.21
구성시 Kusong 39.98 125.24
영변군 Nyongbyon 39.81 125.80
곽산군 Kwaksan 39.69 125.08
삭주군 Sakchu 40.39 125.05`,
  },
  {
    name: '자강도',
    english: 'Chagang',
    country: 'KP',
    also: ['자강'],
    municipalities: `
강계시 Kanggye 40.97 126.59 <평안북도
만포시 Manpo 41.15 126.29 <평안북도
자성군 Chasong 41.46 126.64 <평안북도
초산군 Chosan 40.83 125.80 <평안북도`,
  },
  {
    name: '황해남도',
    english: 'South Hwanghae',
    country: 'KP',
    also: ['황남', '황해', '황해도'],
    municipalities: `
해주시 Haeju 38.04 125.71
재령군 Chaeryong 38.40 125.62
안악군 Anak 38.51 125.49
신천군 Sinchon 38.35 125.48
연안군 Yonan 37.91 126.16 +연백군
장연군 Changyon 38.25 125.10
옹진군 Ongjin 37.93 125.36
벽성군 Pyoksong 38.05 125.56`,
  },
  {
    name: '황해북도',
    english: 'North Hwanghae',
    country: 'KP',
    also: ['황북', '황해', '황해도'],
    municipalities: `
사리원시 Sariwon 38.51 125.76
개성시 Kaesong 37.97 126.55 +송도 <경기도
송림시 Songnim 38.76 125.64 +겸이포
황주군 Hwangju 38.67 125.78
평산군 Pyongsan 38.34 126.39
곡산군 Koksan 38.78 126.67`,
  },
  {
    name: '함경남도',
    english: 'South Hamgyong',
    country: 'KP',
    also: ['함남'],
    municipalities: `
함흥시 Hamhung 39.92 127.54
흥남시 Hungnam 39.84 127.63
신포시 Sinpo 40.04 128.19
홍원군 Hongwon 40.03 127.96
이원군 Iwon 40.32 128.66 +리원군
고원군 Kowon 39.44 127.24`,
  },
  {
    name: '함경북도',
    english: 'North Hamgyong',
    country: 'KP',
    also: ['함북'],
    municipalities: `
청진시 Chongjin 41.80 129.78
나남시 Ranam 41.71 129.68 +라남
김책시 Kimchaek 40.67 129.19 +성진
길주군 Kilju 40.96 129.33
경성군 Kyongsong 41.59 129.61
나선시 Rason 42.26 130.28 +라선 +나진 +라진
선봉군 Sonbong 42.35 130.38 +웅기
회령시 Hoeryong 42.44 129.75
무산군 Musan 42.23 129.21
온성군 Onsong 42.96 129.99
경원군 Kyongwon 42.81 130.17
부령군 Puryong 42.06 129.71`,
  },
  {
    name: '량강도',
    english: 'Ryanggang',
    country: 'KP',
    also: ['량강', '양강', '양강도'],
    municipalities: `
혜산시 Hyesan 41.40 128.18 <함경남도
갑산군 Kapsan 41.09 128.29 <함경남도`,
  },
  {
    name: '강원도',
    english: 'Kangwon',
    country: 'KP',
    also: [],
    municipalities: `
원산시 Wonsan 39.15 127.44 <함경남도 <강원특별자치도
안변군 Anbyon 39.04 127.52 <강원특별자치도
통천군 Tongchon 38.95 127.89 <강원특별자치도
회양군 Hoeyang 38.71 127.60 <강원특별자치도`,
  },
];
