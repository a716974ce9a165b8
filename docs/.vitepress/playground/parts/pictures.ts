export * from 'stem-leadership/display';
