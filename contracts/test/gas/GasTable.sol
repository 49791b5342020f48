// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Check} from "../Check.sol";
import {CollaborativeTrainer64} from "../../src/CollaborativeTrainer64.sol";
import {DataHandler64} from "../../src/DataHandler64.sol";
import {Stakeable64} from "../../src/Stakeable64.sol";
import {IClassifier64} from "../../src/interfaces/IClassifier64.sol";
import {IERC173} from "../../src/interfaces/IERC173.sol";

/// @title Measures what one kind of model costs to deploy and to use, each call as a transaction of its own.
/// @dev The heirs run with `isolate`. Numbers go to snapshots/, which the build compares; tools/gas-table.mjs sets them
/// beside those of the original contracts.
abstract contract GasTable is Check {
    uint32 private constant REFUND_WAIT = 1 days;
    /// @dev The largest gas limit that a transaction may have (EIP-7825).
    uint256 private constant TRANSACTION_GAS = 1 << 24;
    /// @dev The largest code that a contract may have (EIP-170).
    uint256 private constant CODE_SIZE = 24_576;

    address private constant DEPLOYER = address(0xD);
    address private constant ALICE = address(0xA11CE);
    address private constant BOB = address(0xB0B);

    CollaborativeTrainer64 private _trainer;
    DataHandler64 private _handler;
    Stakeable64 private _mechanism;
    IClassifier64 private _classifier;
    uint256 private _deployment;
    uint256 private _transactions;
    uint256 private _dearest;

    /// @dev The name of the kind, as the file of its numbers is called.
    function kind() internal pure virtual returns (string memory);

    /// @dev Creates and fills the classifier, by `create` and `send`.
    function deployClassifier() internal virtual returns (IClassifier64);

    /// @dev The sample that is added, refunded and reported.
    function fixture() internal view virtual returns (int64[] memory);

    function test_costsOfDeployment() external {
        deploy();
        vm.snapshotValue(kind(), "deploy", _deployment);
        vm.snapshotValue(kind(), "deploy: transactions", _transactions);
        vm.assertLe(_dearest, TRANSACTION_GAS, "a transaction of the deployment takes more gas than one may");
        address[4] memory contracts = [address(_trainer), address(_handler), address(_mechanism), address(_classifier)];
        for (uint256 i = 0; i < contracts.length; i++) {
            vm.assertLe(contracts[i].code.length, CODE_SIZE, "a contract is larger than one may be");
        }
    }

    function test_costsOfUse() external {
        deploy();
        vm.deal(ALICE, 100 ether);
        vm.deal(BOB, 100 ether);
        int64[] memory sample = fixture();
        uint64 prediction = _classifier.predict(sample);
        uint256 fresh = vm.snapshotState();
        addSample(ALICE, sample, 1 - prediction);
        note("addData, model disagrees");
        vm.revertToState(fresh);
        addSample(ALICE, sample, prediction);
        note("addData, model agrees");
        vm.assertEq(_classifier.predict(sample), prediction, "the model learnt the opposite");
        claimRefund(ALICE, sample, prediction);
        note("refund");
        vm.revertToState(fresh);
        prepareReport(sample, prediction);
        note("report");
    }

    /// @dev Creates a contract in a transaction of its own.
    /// @param artifact file and name of the contract
    /// @param arguments of its constructor, ABI-encoded
    function create(string memory artifact, bytes memory arguments) internal returns (address created) {
        bytes memory code = abi.encodePacked(vm.getCode(artifact), arguments);
        vm.assertLe(code.length, 2 * CODE_SIZE, "the creation code is longer than it may be");
        uint256 before = gasleft();
        assembly {
            created := create(0, add(code, 0x20), mload(code))
        }
        charge(before - gasleft());
        vm.assertTrue(created != address(0), "the contract was not created");
    }

    /// @dev Makes a call that belongs to the deployment, in a transaction of its own.
    function send(address to, bytes memory callData) internal {
        (bool done,) = to.call(callData);
        vm.assertTrue(done, "a call of the deployment failed");
        charge(vm.lastCallGas().gasTotalUsed);
    }

    function charge(uint256 gas) private {
        _deployment += gas;
        _transactions += 1;
        if (gas > _dearest) _dearest = gas;
    }

    function deploy() private {
        vm.warp(1_700_000_000);
        _handler = DataHandler64(create("DataHandler64.sol:DataHandler64", ""));
        bytes memory settings = abi.encode(REFUND_WAIT, 2 * REFUND_WAIT, 3 * REFUND_WAIT, 1e15, DEPLOYER);
        _mechanism = Stakeable64(create("Stakeable64.sol:Stakeable64", settings));
        _classifier = deployClassifier();
        bytes memory texts =
            abi.encode("A model", "Made to measure what it costs.", "none", _handler, _mechanism, _classifier);
        _trainer = CollaborativeTrainer64(create("CollaborativeTrainer64.sol:CollaborativeTrainer64", texts));
        send(address(_handler), abi.encodeCall(IERC173.transferOwnership, (address(_trainer))));
        send(address(_mechanism), abi.encodeCall(IERC173.transferOwnership, (address(_trainer))));
        send(address(_classifier), abi.encodeCall(IERC173.transferOwnership, (address(_trainer))));
    }

    /// @dev Bob gets a good sample, Alice a bad one, which Bob reports.
    function prepareReport(int64[] memory sample, uint64 prediction) private {
        addSample(BOB, sample, prediction);
        uint256 addedTime = vm.getBlockTimestamp();
        addSample(ALICE, sample, 1 - prediction);
        // Where one sample changed the model's mind, others of the old opinion change it back.
        while (_classifier.predict(sample) != prediction) {
            vm.warp(vm.getBlockTimestamp() + 1);
            addSample(BOB, sample, prediction);
        }
        claimRefund(BOB, sample, prediction, addedTime);
        vm.prank(BOB);
        vm.record();
        _trainer.report(sample, 1 - prediction, addedTime, ALICE);
    }

    function addSample(address author, int64[] memory sample, uint64 label) private {
        uint256 cost = _mechanism.getNextAddDataCost();
        vm.prank(author);
        vm.record();
        _trainer.addData{value: cost}(sample, label);
    }

    function claimRefund(address author, int64[] memory sample, uint64 label) private {
        claimRefund(author, sample, label, vm.getBlockTimestamp());
    }

    function claimRefund(address author, int64[] memory sample, uint64 label, uint256 addedTime) private {
        vm.warp(addedTime + REFUND_WAIT);
        vm.prank(author);
        vm.record();
        _trainer.refund(sample, label, addedTime);
    }

    /// @dev Writes down what the last call cost, and how many different slots it read and wrote: the classifier's, and
    /// those of the other three contracts.
    function note(string memory what) private {
        vm.snapshotValue(kind(), what, vm.lastCallGas().gasTotalUsed);
        (uint256 reads, uint256 writes) = slotsOf(address(_classifier));
        vm.snapshotValue(kind(), string.concat(what, ": slots of the classifier read"), reads);
        vm.snapshotValue(kind(), string.concat(what, ": slots of the classifier written"), writes);
        address[3] memory others = [address(_trainer), address(_handler), address(_mechanism)];
        (reads, writes) = (0, 0);
        for (uint256 i = 0; i < others.length; i++) {
            (uint256 read, uint256 written) = slotsOf(others[i]);
            (reads, writes) = (reads + read, writes + written);
        }
        vm.snapshotValue(kind(), string.concat(what, ": other slots read"), reads);
        vm.snapshotValue(kind(), string.concat(what, ": other slots written"), writes);
    }

    function slotsOf(address contract_) private view returns (uint256 reads, uint256 writes) {
        (bytes32[] memory read, bytes32[] memory written) = vm.accesses(contract_);
        return (countDistinct(read), countDistinct(written));
    }

    function countDistinct(bytes32[] memory slots) private pure returns (uint256 count) {
        for (uint256 i = 0; i < slots.length; i++) {
            uint256 j = 0;
            while (slots[j] != slots[i]) j++;
            if (j == i) count++;
        }
    }
}
