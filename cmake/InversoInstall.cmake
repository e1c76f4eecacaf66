# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` puts where: programs, weights, maps, plans, and how a desktop finds the window.
install(TARGETS inverso-cli RUNTIME)
if(EXISTS ${PROJECT_SOURCE_DIR}/resources/weights)
    install(DIRECTORY ${PROJECT_SOURCE_DIR}/resources/weights/ DESTINATION ${CMAKE_INSTALL_DATADIR}/inverso/weights
        FILES_MATCHING PATTERN "*.safetensors")
endif()
if(EXISTS ${PROJECT_SOURCE_DIR}/resources/maps)
    install(DIRECTORY ${PROJECT_SOURCE_DIR}/resources/maps/ DESTINATION ${CMAKE_INSTALL_DATADIR}/inverso/maps
        FILES_MATCHING PATTERN "*.safetensors")
endif()
if(EXISTS ${PROJECT_SOURCE_DIR}/resources/benchmarks)
    install(DIRECTORY ${PROJECT_SOURCE_DIR}/resources/benchmarks/ DESTINATION ${CMAKE_INSTALL_DATADIR}/inverso/benchmarks
        FILES_MATCHING PATTERN "*.csv.gz")
endif()
foreach(kind plans reference)
    install(DIRECTORY ${PROJECT_SOURCE_DIR}/resources/${kind}/ DESTINATION ${CMAKE_INSTALL_DATADIR}/inverso/${kind}
        FILES_MATCHING PATTERN "*.json")
endforeach()
if(TARGET inverso)
    install(TARGETS inverso RUNTIME)
    install(FILES ${PROJECT_SOURCE_DIR}/packaging/inverso.desktop
        DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    install(FILES ${PROJECT_SOURCE_DIR}/packaging/inverso.metainfo.xml
        DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
    install(FILES ${PROJECT_SOURCE_DIR}/packaging/inverso.svg
        DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
endif()
