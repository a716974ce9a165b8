import { defineFramework } from '../../model/define.js';

/** The Computing Quality Framework of the National Centre for Computing Education: seven dimensions, of which the names could be read. */
export const computingQualityMarkFramework = defineFramework({
  id: 'computing-quality-mark',
  edition: 'web-2026-11-28',
  label: 'Computing Quality Framework',
  publisher: 'National Centre for Computing Education (STEM Learning)',
  checked: '2026-11-28',
  sources: [
    {
      title: 'Accreditation (Computing Quality Framework)',
      url: 'https://computingqualityframework.org/accreditation',
      read: '2026-11-28',
      note: 'The three recognitions and their newer rules.',
    },
    {
      title: 'Start guide (Computing Quality Framework)',
      url: 'https://computingqualityframework.org/overview/start-guide',
      read: '2026-11-28',
      note: 'The seven dimensions, the five levels and what levels 1, 4 and 5 stand for.',
    },
    {
      title: 'Developing Leader B: primary leadership pathway (STEM Community, 2024)',
      url: 'https://community.stem.org.uk/blogs/phil-wickins/2024/06/26/developing-leader-b-cqf-primary-leadership-pathway',
      read: '2026-11-28',
      note: 'The newer edition, in use in 2024.',
    },
  ],
  elements: [
    {
      id: 'dimensions',
      label: 'Dimensions',
      description: 'Seven dimensions of computing in a school, newly called benchmarks.',
      verified: false,
      indicators: [
        {
          id: 'leadership-vision',
          label: 'Leadership and vision',
          statement: 'Computing is led, towards an aim that is shared.',
          sectors: ['primary', 'secondary'],
        },
        {
          id: 'curriculum-qualifications',
          label: 'Curriculum and qualifications',
          statement: 'What is taught in computing hangs together and leads to qualifications.',
          sectors: ['primary', 'secondary'],
        },
        {
          id: 'teaching-learning-assessment',
          label: 'Teaching, learning and assessment',
          statement: 'Computing is taught, learned and assessed well.',
          sectors: ['primary', 'secondary'],
        },
        {
          id: 'staff-development',
          label: 'Staff development',
          statement: 'Those who teach computing go on learning.',
          sectors: ['primary', 'secondary'],
        },
        {
          id: 'equity-inclusion',
          label: 'Equity, diversity, inclusion and SEND',
          statement: 'Computing is open to every learner.',
          sectors: ['primary', 'secondary'],
        },
        {
          id: 'careers-education',
          label: 'Careers education',
          statement: 'Learners find out where computing leads.',
          sectors: ['primary', 'secondary'],
        },
        {
          id: 'impact-on-outcomes',
          label: 'Impact on outcomes',
          statement: 'What is done for computing shows in what learners attain.',
          sectors: ['primary', 'secondary'],
        },
      ],
    },
  ],
  note:
    'The names of the dimensions are published; their five statements each are shown in the tool alone and were not read, hence verified: false. The statements here are this project’s and say only what the names suggest. ' +
    'An older edition was awarded by BCS and had another rule for the Certificate of Progress; when the newer one came into force was not found. The publisher numbers no editions here, so this one is named for the day it was read. All ids are this project’s.',
});
