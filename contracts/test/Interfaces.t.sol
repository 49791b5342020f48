// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Model} from "./Model.sol";
import {DataHandler64} from "../src/DataHandler64.sol";
import {Points64} from "../src/Points64.sol";
import {Stakeable64} from "../src/Stakeable64.sol";
import {IClassifier64} from "../src/interfaces/IClassifier64.sol";
import {ICollaborativeTrainer64} from "../src/interfaces/ICollaborativeTrainer64.sol";
import {IDataHandler64} from "../src/interfaces/IDataHandler64.sol";
import {IERC165} from "../src/interfaces/IERC165.sol";
import {IERC173} from "../src/interfaces/IERC173.sol";
import {IIncentiveMechanism64} from "../src/interfaces/IIncentiveMechanism64.sol";
import {IPart} from "../src/interfaces/IPart.sol";

/// @title What callers from outside rely on: selectors, topics, texts and announced interfaces.
contract InterfacesTest is Model {
    function setUp() external {
        deployStakeable();
    }

    function test_trainerKeepsTheKnownSelectors() external pure {
        same(ICollaborativeTrainer64.name.selector, 0x06fdde03);
        same(ICollaborativeTrainer64.description.selector, 0x7284e416);
        same(ICollaborativeTrainer64.encoder.selector, 0x06df1416);
        same(ICollaborativeTrainer64.dataHandler.selector, 0x048418fb);
        same(ICollaborativeTrainer64.incentiveMechanism.selector, 0xfeca7d6c);
        same(ICollaborativeTrainer64.classifier.selector, 0x1cd90adc);
        same(ICollaborativeTrainer64.addData.selector, 0xb7754479);
        same(ICollaborativeTrainer64.refund.selector, 0x5484f311);
        same(ICollaborativeTrainer64.report.selector, 0x00337869);
    }

    function test_handlerKeepsTheKnownSelectors() external pure {
        same(DataHandler64.addedData.selector, bytes4(keccak256("addedData(bytes32)")));
        same(
            DataHandler64.getClaimableAmount.selector,
            bytes4(keccak256("getClaimableAmount(int64[],uint64,uint256,address)"))
        );
        same(
            DataHandler64.getInitialDeposit.selector,
            bytes4(keccak256("getInitialDeposit(int64[],uint64,uint256,address)"))
        );
        same(DataHandler64.getNumClaims.selector, bytes4(keccak256("getNumClaims(int64[],uint64,uint256,address)")));
        same(DataHandler64.hasClaimed.selector, bytes4(keccak256("hasClaimed(int64[],uint64,uint256,address,address)")));
    }

    function test_mechanismAnswersTheKnownGetters() external view {
        string[9] memory getters = [
            "refundWaitTimeS()",
            "ownerClaimWaitTimeS()",
            "anyAddressClaimWaitTimeS()",
            "totalSubmitted()",
            "totalGoodDataCount()",
            "getNextAddDataCost()",
            "owner()",
            "costWeight()",
            "lastUpdateTimeS()"
        ];
        for (uint256 i = 0; i < getters.length; i++) {
            answers(address(mechanism), abi.encodeWithSignature(getters[i]), 32);
        }
        answers(address(mechanism), abi.encodeWithSignature("numValidForAddress(address)", ALICE), 32);
        answers(address(mechanism), abi.encodeWithSignature("addressStats(address)", ALICE), 64);
        answers(address(mechanism), abi.encodeWithSignature("getNextAddDataCost(uint256)", vm.getBlockTimestamp()), 32);
        answers(
            address(mechanism), abi.encodeWithSignature("getNextAddDataCost(int64[],uint64)", values(1), uint64(1)), 32
        );
    }

    function test_topicsAreTheKnownOnes() external pure {
        vm.assertEq(
            ICollaborativeTrainer64.AddData.selector, 0x43990eb900dbf1bd132b1c5424d4a391a29eef2a51ae2771ad657340a8e55b91
        );
        vm.assertEq(Stakeable64.Refund.selector, 0xbb28353e4598c3b9199101a66e0989549b659a59a54d2c27fbb183f1932c8e6d);
        vm.assertEq(Stakeable64.Report.selector, 0x414cbbaa24d2bb39a69ca12997599f6fc38b7f049f3324e711cb8460b33d0d51);
        vm.assertEq(Points64.Refund.selector, 0x8fb5d4bce9f90698aa0f0090d8cc6ca4c2d52976816621a1033250b2a43cd930);
        vm.assertEq(Points64.Report.selector, 0xb1276e6d45a2867b7762d07cd99147465942c6174bd8093cf915d9794e76d04f);
        vm.assertEq(IClassifier64.AddClass.selector, 0xf4bf3eb0abac85d0dee636ffbc0463fc265ef1b0e78f608714ded7afdd32ab81);
        vm.assertEq(
            ICollaborativeTrainer64.SampleRefunded.selector, keccak256("SampleRefunded(bytes32,address,uint256)")
        );
        vm.assertEq(
            ICollaborativeTrainer64.SampleReported.selector, keccak256("SampleReported(bytes32,address,uint256)")
        );
    }

    function test_trainerTellsWhatItsDeployerSaidAndItsParts() external view {
        vm.assertEq(trainer.name(), "Spam");
        vm.assertEq(trainer.description(), "Tells spam from ham");
        vm.assertEq(trainer.encoder(), "none");
        vm.assertEq(trainer.dataHandler(), address(handler));
        vm.assertEq(trainer.incentiveMechanism(), address(mechanism));
        vm.assertEq(trainer.classifier(), address(classifier));
    }

    function test_rulesAreNamed() external {
        vm.assertEq(mechanism.incentiveRules(), "stakeable/2");
        deployPoints(REFUND_WAIT);
        vm.assertEq(mechanism.incentiveRules(), "points/2");
    }

    function test_everyContractAnnouncesItsInterfacesAndNoOthers() external view {
        announces(trainer, type(ICollaborativeTrainer64).interfaceId, true);
        announces(handler, type(IDataHandler64).interfaceId, true);
        announces(mechanism, type(IIncentiveMechanism64).interfaceId, true);
        announces(handler, type(IIncentiveMechanism64).interfaceId, false);
        announces(mechanism, type(IDataHandler64).interfaceId, false);
        IERC165[3] memory parts = [IERC165(handler), mechanism, classifier];
        for (uint256 i = 0; i < parts.length; i++) {
            announces(parts[i], 0x01ffc9a7, true);
            announces(parts[i], 0x7f5828d0, true);
            announces(parts[i], type(IPart).interfaceId, true);
            announces(parts[i], 0xffffffff, false);
            announces(parts[i], type(ICollaborativeTrainer64).interfaceId, false);
        }
        announces(trainer, 0x01ffc9a7, true);
        announces(trainer, 0xffffffff, false);
        announces(trainer, type(IERC173).interfaceId, false);
    }

    function same(bytes4 selector, bytes4 known) private pure {
        vm.assertEq(bytes32(selector), bytes32(known));
    }

    function answers(address to, bytes memory callData, uint256 size) private view {
        (bool ok, bytes memory answer) = to.staticcall(callData);
        vm.assertTrue(ok);
        vm.assertEq(answer.length, size);
    }

    function announces(IERC165 announcer, bytes4 interfaceId, bool expected) private view {
        vm.assertEq(announcer.supportsInterface(interfaceId), expected);
    }
}
