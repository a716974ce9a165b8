export const rubricSidebar = () => [];
